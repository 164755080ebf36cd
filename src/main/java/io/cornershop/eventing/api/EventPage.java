package io.cornershop.eventing.api;

import java.util.List;
import java.util.Optional;

/** Describes a page of events to callers. */
record EventPage(List<EventAnswer> items, Optional<String> next) {}
