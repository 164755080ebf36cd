/**
 * Takes messages from the ledger to a transport when a timer says so, and tells what became of
 * them. One attempt at a time, each claimed before it begins; what may have been sent is never sent
 * again without an operator's word. Does not know why a message was entered.
 *
 * <p>What has to hold:
 *
 * <ol>
 *   <li>What only waits is PENDING: for its turn, for a provider that is left alone, for room among
 *       the connections. A message is claimed when nothing is left to wait for, and only then does
 *       its attempt count.
 *   <li>A provider is left alone when it takes nothing from anybody. What it says of one recipient
 *       shows that it works; only that message waits.
 *   <li>It is tried with one message, of a recipient that has not just failed if there is one. All
 *       others ask again in a second, and go on by what the trial has shown.
 *   <li>Those that wait are given a time each, in one queue for each thing that they wait for.
 *   <li>What a provider has answered is noted as soon as the database takes it, on a claim that is
 *       ours; whoever has taken that claim up leaves a mark, by which a late answer is recognised.
 *   <li>Whatever a provider asks for, a message is tried again while it is of use.
 * </ol>
 */
package io.cornershop.notifications.delivery;
