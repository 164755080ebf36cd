/** What is read of orders: rows, how events make them, and the repositories that find them. */
package io.cornershop.orders.views;
