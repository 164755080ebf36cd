package io.cornershop.customers.api;

import java.util.List;
import java.util.Optional;

/** Describes a page of customers to callers. */
record CustomerPage(List<CustomerAnswer> items, Optional<String> next) {}
