/**
 * What was bought. Callers: the order process, customers and staff by HTTP; listeners: stock,
 * payment, notifications, reports.
 *
 * <ol>
 *   <li>An order has a customer and at least one item; each item has at least one piece.
 *   <li>The total is the sum of the items, to the cent.
 *   <li>An order is created once; the same again changes nothing, another under its id is refused.
 *   <li>It keeps the prices it was ordered at, whatever the catalogue does.
 *   <li>It is confirmed only when it was found valid, shipped only when confirmed, delivered only
 *       when shipped, returned only when delivered, once and within 30 days.
 *   <li>It can be cancelled until it is shipped.
 *   <li>Nothing comes back that was not ordered; what comes back is refunded at its price.
 *   <li>To ask for what is so already changes nothing.
 * </ol>
 */
package io.cornershop.orders;
