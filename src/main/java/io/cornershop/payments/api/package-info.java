/** Payments by HTTP, to read: the order process alone writes them. */
package io.cornershop.payments.api;
