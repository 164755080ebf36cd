/**
 * What a customer is about to buy. Callers: the customer, by HTTP; listeners: the order process,
 * which turns a checked-out cart into an order.
 *
 * <ol>
 *   <li>A cart belongs to one customer for ever.
 *   <li>A line holds 1 to 999 pieces; a cart has at most 100 lines.
 *   <li>All prices of a cart are in one currency, and its total fits into {@code Money}.
 *   <li>A product that is added again joins its line; the whole line then has the newest price.
 *   <li>After 30 minutes (configurable) without a change a cart is expired, whether or not anybody
 *       has noticed yet: from then on every change is refused.
 *   <li>A checked-out or expired cart takes no more changes.
 *   <li>An empty cart cannot be checked out.
 *   <li>The order has the id of its cart, so that one look at the cart tells whether an order was
 *       accepted.
 * </ol>
 *
 * <p>Prices and product names come with the command, from the catalogue; never from the customer.
 */
package io.cornershop.carts;
