package io.cornershop.archfixtures.orders.views;

import io.cornershop.archfixtures.eventing.commands.Handler;

class KnowsCommands {
  void call(Handler handler) {
    handler.handle();
  }
}
