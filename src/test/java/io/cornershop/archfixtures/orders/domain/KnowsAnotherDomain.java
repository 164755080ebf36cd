package io.cornershop.archfixtures.orders.domain;

import io.cornershop.archfixtures.carts.CartWord;

/** By the type of a field, which a rule about accesses would not see. */
class KnowsAnotherDomain {
  CartWord[] words = {};
}
