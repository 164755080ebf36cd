/**
 * The engine, in the order an event travels; it knows no business.
 *
 * <p>{@code orders/api} → {@code eventing/commands} → {@code orders/domain} → {@code
 * eventing/store} → {@code eventing/publishing} → (Kafka) → {@code eventing/consuming} → {@code
 * eventing/projections} → {@code orders/views} → {@code orders/api}; aside: {@code processes} turn
 * events into new commands, {@code notifications} into mail, {@code reporting} into numbers.
 */
package io.cornershop.eventing;
