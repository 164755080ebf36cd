package io.cornershop.customers.api;

import io.cornershop.customers.erasure.Erasures.Erased;
import java.util.List;

/**
 * What became of each customer.
 *
 * @param customers in the order in which they were given
 */
public record ErasuresAnswer(List<Erased> customers) {}
