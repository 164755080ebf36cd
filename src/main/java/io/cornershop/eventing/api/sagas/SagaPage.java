package io.cornershop.eventing.api.sagas;

import java.util.List;
import java.util.Optional;

/** Describes a page of sagas to callers. */
record SagaPage(List<SagaAnswer> items, Optional<String> next) {}
