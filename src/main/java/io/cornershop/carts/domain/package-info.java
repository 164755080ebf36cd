/** The rules of a cart: {@link io.cornershop.carts.domain.CartDecider}. */
package io.cornershop.carts.domain;
