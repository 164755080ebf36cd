/** The HTTP of orders: requests become commands, rows become answers. */
package io.cornershop.orders.api;
