package io.cornershop.eventing.consuming.steering;

/**
 * A wish to go back.
 *
 * @param number grows with each wish of the channel; by it a partition knows what it has done
 */
public record Seek(long number, SeekTarget to) {}
