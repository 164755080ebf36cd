/**
 * How much of each product is on the shelf, and how much of that is promised to orders. Callers:
 * staff, by HTTP, and the order process; listeners: whoever shows or reports stock.
 *
 * <ol>
 *   <li>{@code available = onHand - reserved}, and none of the three is ever negative.
 *   <li>An adjustment changes something: 0 is refused.
 *   <li>At most 1,000,000,000 pieces of a product are on hand.
 *   <li>An adjustment says why, in 1 to 200 characters.
 *   <li>Two equal adjustments are two adjustments; a repeat is told by its command id alone.
 *   <li>An order is promised all pieces that it asks for or none, and once: the same again changes
 *       nothing.
 *   <li>A release that comes before its reservation closes the stock to the order: the reservation
 *       that comes late is refused.
 *   <li>Promised pieces leave the shelf once.
 *   <li>Who watches is told when available stock falls below the threshold (10 unless the product
 *       has another) and when it falls to 0: once each time it falls, not for each order.
 * </ol>
 */
package io.cornershop.inventory;
