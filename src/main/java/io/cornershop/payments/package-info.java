/**
 * What is paid. Callers: the order process, and the gateway, which tells what the provider has
 * answered; listeners: the gateway, the order process, notifications, reports.
 *
 * <ol>
 *   <li>A payment is of one order and one amount, for ever; the same again changes nothing.
 *   <li>It is authorised, then captured, each once; what the provider answers late or twice changes
 *       nothing.
 *   <li>A payment that was cancelled before it was initiated is never begun.
 *   <li>Never more is given back than was taken; each refund has an id and is paid once.
 *   <li>An outcome that is not known is said to be unknown, and asked for again with the same key.
 *   <li>No card number is ever held, only the provider's token.
 * </ol>
 */
package io.cornershop.payments;
