/** A provider without a bank behind it, for the local run and for tests. */
package io.cornershop.payments.gateway.sandbox;
