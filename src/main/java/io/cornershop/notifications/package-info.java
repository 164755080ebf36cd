/**
 * Tells people what has happened to their orders, by the channels that they want, once. Reactions
 * to events enter messages in the ledger, which is unique by event, channel and person; the
 * delivery takes them from there to a transport, and what became of them is an event.
 */
package io.cornershop.notifications;
