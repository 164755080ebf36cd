package io.cornershop.eventing.api.projections;

import java.util.List;
import java.util.Optional;

/** Describes a page of read models to callers. */
record ProjectionPage(List<ProjectionAnswer> items, Optional<String> next) {}
