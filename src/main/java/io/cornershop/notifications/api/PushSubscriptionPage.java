package io.cornershop.notifications.api;

import java.util.List;
import java.util.Optional;

/** Describes the push subscriptions of a customer to callers. */
record PushSubscriptionPage(List<PushSubscriptionAnswer> items, Optional<String> next) {}
