/**
 * Who buys. Callers: the customer and staff, by HTTP; listeners: whoever writes to customers.
 *
 * <ol>
 *   <li>A customer has a name of 1 to 200 characters and an e-mail address; a phone number is
 *       optional, and is written so that it tells its country, for else no SMS can go there. All
 *       three are personal data.
 *   <li>A customer is registered once; the same again changes nothing, another under its id is
 *       refused.
 *   <li>A profile that is set to what it is changes nothing.
 *   <li>Only a registered customer has a profile and logs in or out.
 *   <li>An e-mail address has one holder; only staff are told that somebody else has it.
 *   <li>Who wants to be forgotten is erased for ever, and can do nothing any more.
 *   <li>Every log-in is recorded, because people come back without logging out; logging out twice
 *       is logging out once.
 * </ol>
 *
 * <p>The log-in here is the shop's note that somebody came; who that is, the identity provider has
 * said.
 */
package io.cornershop.customers;
