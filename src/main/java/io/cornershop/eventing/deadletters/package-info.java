/**
 * What could not be handled, held durably until it can be, and what has to wait behind it.
 *
 * <p>What is held is a {@linkplain io.cornershop.eventing.deadletters.HeldSequence sequence}: a
 * consumer and a key. Its {@linkplain io.cornershop.eventing.deadletters.Letter letters} are the
 * events that failed or wait, in the order of the store. The invariants:
 *
 * <ol>
 *   <li>A record is finished for a consumer only when it was handled or a letter of it is durable.
 *   <li>A letter's id derives from what it is about, so that a redelivery never makes a second one.
 *   <li>A sequence is changed only by compare-and-set on its version, and is closed only while no
 *       letter waits: whoever adds one touches the sequence afterwards, and takes the letter back
 *       when the sequence is gone.
 *   <li>The bytes as they came are never lost while a letter is open: an edited payload is kept
 *       beside them, and none are kept only when the event store has the very same.
 * </ol>
 *
 * <p>Used by {@code eventing.consuming}, which fills and empties it, and by {@code
 * eventing.api.deadletters}, which notes what operators wish. It handles nothing itself.
 */
package io.cornershop.eventing.deadletters;
