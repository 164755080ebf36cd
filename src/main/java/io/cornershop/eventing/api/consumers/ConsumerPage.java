package io.cornershop.eventing.api.consumers;

import java.util.List;
import java.util.Optional;

/** Describes a page of channels to callers. */
record ConsumerPage(List<ConsumerAnswer> items, Optional<String> next) {}
