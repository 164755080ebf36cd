/**
 * What was bought. Callers: the order process; listeners: stock, payment, notifications, reports.
 *
 * <ol>
 *   <li>An order has a customer and at least one item; each item has at least one piece.
 *   <li>The total is the sum of the items, to the cent.
 *   <li>An order is created once; the same again changes nothing, another under its id is refused.
 *   <li>It keeps the prices it was ordered at, whatever the catalogue does.
 * </ol>
 */
package io.cornershop.orders;
