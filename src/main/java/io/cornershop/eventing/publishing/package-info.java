/**
 * From durable commits to Kafka. Nothing is written to both: the store is the outbox, and the relay
 * empties it.
 *
 * <p>At any time one node is the relay, the member that holds the only partition of the topic
 * {@code cornershop.relay}. It gives each commit its number in the position log, each aggregate's
 * commits in order, publishes the numbered commits, and moves the mark over what is acknowledged
 * without a gap:
 *
 * <pre>
 * mark  &le;  acknowledged  &le;  sent  &le;  head of the position log
 * </pre>
 *
 * <p>After any setback it reads the head again and goes on from what is acknowledged, so an event
 * can be published twice but never left out, and the first occurrences of an aggregate's events are
 * in order. A relay that was replaced without noticing is stopped by the position log, which takes
 * each number and each commit once.
 *
 * <p>A record that Kafka refuses for good holds everything behind it and shows in {@link
 * io.cornershop.eventing.publishing.RelayStatus}; the store's limit on the size of an event keeps
 * that from happening, and the topics are checked to take as much. A stream that this build cannot
 * publish, because its aggregate type is not known here or a commit is missing, waits alone.
 *
 * <p>Configuration: {@code cornershop.kafka.bootstrap-servers}, {@code cornershop.kafka.partitions}
 * (6), {@code cornershop.kafka.replication} (1), {@code cornershop.publishing.sweep-interval} (1 s;
 * 0 sweeps only after a take-over or a setback, for a store without the pending index).
 */
package io.cornershop.eventing.publishing;
