package io.cornershop.eventing.api.deadletters;

/** How many sequences are tried again. */
public record RetriedAnswer(int sequences) {}
