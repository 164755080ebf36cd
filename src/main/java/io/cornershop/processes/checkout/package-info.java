/** From a checked-out cart to an order. */
package io.cornershop.processes.checkout;
