/**
 * The partitions that a node holds, from the moment they are assigned until they leave: where they
 * begin, what of them is in flight, how far they are finished and committed, and what of their past
 * comes from the event store. Calls no handler; {@code polling} drives it, and {@code handling}
 * says by {@link io.cornershop.eventing.consuming.partitions.Polled} when a record is finished.
 */
package io.cornershop.eventing.consuming.partitions;
