package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import java.util.UUID;

/**
 * An outside producer's event that is durable.
 *
 * @param sequence its place in its stream
 * @param repeated whether it was there before
 */
public record Recorded(UUID eventId, StreamId stream, long sequence, boolean repeated) {}
