/** The rules of an order: {@link io.cornershop.orders.domain.OrderDecider}. */
package io.cornershop.orders.domain;
