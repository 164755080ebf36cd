/** The HTTP of stock: requests become commands, rows become answers. */
package io.cornershop.inventory.api;
