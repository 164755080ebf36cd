/**
 * What a topic no longer has, read from the event store as if it came from the topic: the same keys
 * in the same partitions, in the order of positions.
 */
package io.cornershop.eventing.consuming.history;
