/** The HTTP of products: requests become commands, rows become answers. */
package io.cornershop.catalogue.api;
