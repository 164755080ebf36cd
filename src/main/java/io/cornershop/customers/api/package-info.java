/** The HTTP of customers: requests become commands, rows become answers. */
package io.cornershop.customers.api;
