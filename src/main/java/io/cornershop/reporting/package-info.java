/**
 * Numbers for the shop: what spans domains and reads. {@code sales} has a row for each order,
 * {@code stock} one for each product; every total is the sum of rows at the moment it is asked for,
 * so no event can count twice.
 *
 * <p>It knows the contracts of the domains, and none of their rules or views.
 */
package io.cornershop.reporting;
