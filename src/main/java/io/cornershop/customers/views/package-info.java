/** What is read of customers: rows, how events make them, and the repositories that find them. */
package io.cornershop.customers.views;
