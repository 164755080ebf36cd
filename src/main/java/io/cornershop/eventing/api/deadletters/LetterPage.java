package io.cornershop.eventing.api.deadletters;

import java.util.List;
import java.util.Optional;

/** Describes a page of letters to callers. */
record LetterPage(List<LetterAnswer> items, Optional<String> next) {}
