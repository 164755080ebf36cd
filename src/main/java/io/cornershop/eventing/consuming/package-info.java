/**
 * From Kafka to effects. Here is what others know of it: a handler as it is written, the channels
 * that it can be for, and a channel as an operator sees it. Behind it lie, in the order of a
 * record's way:
 *
 * <pre>
 * polling → channels → (the runtime's channel) → channels → handling → lanes → a handler
 *    ↓↑ partitions (history, steering)                        ↓ held
 * </pre>
 *
 * <p>What holds:
 *
 * <ol>
 *   <li>An offset is committed only when every handler's effect of every record before it is
 *       durable. What is finished behind it is noted beside it, so that a stop or a rebalance in
 *       order repeats nothing; after a kill at most the last {@code commit-interval} comes again.
 *   <li>A handler gets the events of one key in the order of the topic and one at a time, also
 *       across failures and rebalances; the first occurrences are in order after a kill too.
 *   <li>A failed event holds its key in its handler and nothing else: it becomes a letter of {@code
 *       eventing.deadletters}, and so does what comes behind it. Nothing is skipped.
 *   <li>What the topic does not have any more comes from the event store ({@code history}); an
 *       operator's wishes ({@code steering}) are followed by every node. No partition ever jumps
 *       forward.
 *   <li>A full channel pauses; it stays a member of its group.
 * </ol>
 *
 * <p>Settings and guarantees for operators: docs/connector.md. Called by the runtime's Reactive
 * Messaging, which finds the connector by its name, and by {@code bootstrap}, which gives {@link
 * io.cornershop.eventing.consuming.channels.Consumers} its threads and handlers.
 */
package io.cornershop.eventing.consuming;
