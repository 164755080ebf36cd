/**
 * Tells people what has happened to their orders, by the channels that they want, once. Reactions
 * to events enter messages in the ledger, which is unique by event, channel and person; the
 * delivery takes them from there to a transport, and what became of them is an event.
 *
 * <p>What customers wish about messages:
 *
 * <ol>
 *   <li>Who has said nothing gets everything, in English, at any time.
 *   <li>Wishes that are set to what they are change nothing.
 *   <li>A customer has at most 20 push subscriptions; an endpoint counts once, its keys may change.
 *   <li>A subscription ends when the customer gives it up, or the push service says that it is
 *       gone.
 * </ol>
 */
package io.cornershop.notifications;
