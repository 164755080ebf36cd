package io.cornershop.orders.api;

import java.util.List;
import java.util.Optional;

/** Describes a page of orders to callers. */
record OrderPage(List<OrderAnswer> items, Optional<String> next) {}
