/** What is read of carts: rows, how events make them, and the repositories that find them. */
package io.cornershop.carts.views;
