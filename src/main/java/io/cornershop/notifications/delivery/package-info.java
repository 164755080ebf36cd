/**
 * Takes messages from the ledger to a transport when a timer says so, and tells what became of
 * them. One attempt at a time, each claimed before it begins; what may have been sent is never sent
 * again without an operator's word. Does not know why a message was entered.
 */
package io.cornershop.notifications.delivery;
