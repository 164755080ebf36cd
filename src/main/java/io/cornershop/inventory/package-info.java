/**
 * How much of each product is on the shelf, and how much of that is promised to orders. Callers:
 * staff, by HTTP; listeners: whoever shows or reports stock.
 *
 * <ol>
 *   <li>{@code available = onHand - reserved}, and none of the three is ever negative.
 *   <li>An adjustment changes something: 0 is refused.
 *   <li>At most 1,000,000,000 pieces of a product are on hand.
 *   <li>An adjustment says why, in 1 to 200 characters.
 *   <li>Two equal adjustments are two adjustments; a repeat is told by its command id alone.
 * </ol>
 */
package io.cornershop.inventory;
