/**
 * Who holds which e-mail address: {@link io.cornershop.customers.claims.UniqueEmails} sees to it
 * that nobody holds one that another customer has; {@link
 * io.cornershop.customers.claims.ClaimBackfill} gives their claims to customers from before there
 * were any.
 */
package io.cornershop.customers.claims;
