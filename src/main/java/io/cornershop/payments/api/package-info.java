/**
 * Payments by HTTP, to read: the order process alone writes them. The provider has a door of its
 * own, where it tells what has become of them.
 */
package io.cornershop.payments.api;
