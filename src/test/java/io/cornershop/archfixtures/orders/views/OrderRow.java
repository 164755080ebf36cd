package io.cornershop.archfixtures.orders.views;

import io.cornershop.archfixtures.carts.CartWord;
import io.cornershop.archfixtures.orders.OrderWord;
import jakarta.nosql.Entity;

/** Allowed: a view is made of the events of any domain and knows the database. */
@Entity
public class OrderRow {
  CartWord cart;
  OrderWord order;
}
