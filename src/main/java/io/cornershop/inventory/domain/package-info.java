/** The rules of stock: {@link io.cornershop.inventory.domain.StockDecider}. */
package io.cornershop.inventory.domain;
