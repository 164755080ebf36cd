/** What is read of payments: rows, how events make them, and the repositories that find them. */
package io.cornershop.payments.views;
