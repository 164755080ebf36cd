/**
 * What follows from the wish to be forgotten, apart from events and views: {@link
 * io.cornershop.customers.erasure.Erasure} of one, {@link io.cornershop.customers.erasure.Erasures}
 * of many, whom a restored backup has brought back.
 */
package io.cornershop.customers.erasure;
