package io.cornershop.notifications.api;

/** The key that browsers subscribe with: {@code applicationServerKey}. */
public record PushKeyAnswer(String publicKey) {}
