package io.cornershop.timeline;

import java.util.List;
import java.util.Optional;

/** Describes a page of a timeline to callers. */
record TimelinePage(List<TimelineEntry> items, Optional<String> next) {}
