package io.cornershop.archfixtures.orders;

import io.cornershop.archfixtures.carts.CartWord;

interface KnowsAnotherContract {
  void take(CartWord word);
}
