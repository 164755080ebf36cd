/** From a checked-out cart to an order that is confirmed and paid, or cancelled without a trace. */
package io.cornershop.processes.fulfilment;
