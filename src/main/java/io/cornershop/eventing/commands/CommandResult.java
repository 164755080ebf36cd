package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;

/**
 * The answer to an accepted command.
 *
 * @param sequence of the aggregate after the command
 */
public record CommandResult(StreamId stream, long sequence) {}
