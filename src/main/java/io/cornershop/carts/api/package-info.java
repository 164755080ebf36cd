/** The HTTP of carts: requests become commands, rows become answers. */
package io.cornershop.carts.api;
