/**
 * Who holds which e-mail address: {@link io.cornershop.customers.claims.UniqueEmails} sees to it
 * that nobody holds one that another customer has.
 */
package io.cornershop.customers.claims;
