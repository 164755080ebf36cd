package io.cornershop.notifications.api;

/** The id of a push subscription; the same again for the same endpoint. */
public record AddedAnswer(String id) {}
