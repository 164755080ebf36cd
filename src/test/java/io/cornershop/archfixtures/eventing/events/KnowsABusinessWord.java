package io.cornershop.archfixtures.eventing.events;

import io.cornershop.archfixtures.orders.OrderWord;

interface KnowsABusinessWord {
  OrderWord word();
}
