/**
 * Gathers work that waits at the same moment, so that it can be done together, and takes it apart
 * again when that fails. Knows neither Kafka nor events; {@code consuming} says what an item is.
 */
package io.cornershop.eventing.consuming.bulk;
