package io.cornershop.notifications.api;

import java.util.List;
import java.util.Optional;

/** Describes a page of messages to callers. */
record NotificationPage(List<NotificationAnswer> items, Optional<String> next) {}
