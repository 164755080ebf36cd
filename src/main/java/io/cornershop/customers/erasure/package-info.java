/**
 * What follows from the wish to be forgotten, apart from events and views: {@link
 * io.cornershop.customers.erasure.Erasure}.
 */
package io.cornershop.customers.erasure;
