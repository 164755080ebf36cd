package io.cornershop.eventing.sagas;

import io.cornershop.eventing.events.StreamId;

/**
 * Something that a saga should be about, and perhaps none is, because it is from before there was
 * one.
 *
 * @param sagaType of the definition
 * @param subject what it is about, as callers know it
 * @param trigger the stream in which the event lies that should have started the saga
 * @param place of it among all strays, for the next page
 */
public record Stray(String sagaType, String subject, StreamId trigger, String place) {}
