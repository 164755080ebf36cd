package io.cornershop.archfixtures.carts.views;

import io.cornershop.archfixtures.orders.views.OrderRow;

interface KnowsAForeignView {
  OrderRow row();
}
