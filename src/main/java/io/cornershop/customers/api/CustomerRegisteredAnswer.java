package io.cornershop.customers.api;

import io.cornershop.kernel.CustomerId;

/** The id of the new customer. */
public record CustomerRegisteredAnswer(CustomerId customerId) {}
