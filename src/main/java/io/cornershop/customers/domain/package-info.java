/** The rules of an account: {@link io.cornershop.customers.domain.CustomerDecider}. */
package io.cornershop.customers.domain;
