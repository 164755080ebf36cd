package io.cornershop.archfixtures.carts.api;

import io.cornershop.archfixtures.carts.domain.CartRules;

interface KnowsTheDecider {
  CartRules rules();
}
