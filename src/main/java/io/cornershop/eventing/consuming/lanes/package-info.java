/**
 * Who may run when: tasks with equal keys one after the other, others side by side, and work that
 * waits at the same moment gathered so that it can be done together, and taken apart again when
 * that fails. Knows neither Kafka nor events; {@code handling} says what a task or an item is.
 */
package io.cornershop.eventing.consuming.lanes;
