/** What is read of stock: rows, how events make them, and the repositories that find them. */
package io.cornershop.inventory.views;
