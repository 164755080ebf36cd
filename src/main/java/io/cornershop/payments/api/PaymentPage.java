package io.cornershop.payments.api;

import java.util.List;
import java.util.Optional;

/** Describes a page of payments to callers. */
record PaymentPage(List<PaymentAnswer> items, Optional<String> next) {}
