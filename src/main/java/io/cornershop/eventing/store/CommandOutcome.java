package io.cornershop.eventing.store;

import io.cornershop.kernel.CommandId;

/**
 * What one command of a commit was answered.
 *
 * @param sequence the sequence of the aggregate after this command
 */
public record CommandOutcome(CommandId commandId, long sequence) {}
