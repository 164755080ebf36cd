/**
 * What the shop sells, and at which price. Callers: staff, by HTTP; listeners: whoever shows or
 * charges prices.
 *
 * <ol>
 *   <li>A product has a name of 1 to 200 characters.
 *   <li>A price is more than nothing and at most 1,000,000 units of its currency.
 *   <li>A product is added once; the same again changes nothing, another under its id is refused.
 *   <li>A withdrawn product stays withdrawn: its price does not change any more.
 *   <li>A price that is set to what it is changes nothing.
 *   <li>The low-stock threshold is not negative; a product that is added without one has the shop's
 *       usual one, 10.
 * </ol>
 *
 * <p>Stock is not here but in {@code inventory}.
 */
package io.cornershop.catalogue;
