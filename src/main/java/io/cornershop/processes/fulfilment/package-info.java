/**
 * From a checked-out cart to an order that is confirmed and paid, or cancelled without a trace. Not
 * started by the running shop yet: {@code processes.checkout} creates orders meanwhile.
 */
package io.cornershop.processes.fulfilment;
