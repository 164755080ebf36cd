package io.cornershop.eventing.publishing;

import java.time.Duration;

/**
 * How full the outbox is.
 *
 * @param head the number of the last commit that has a position
 * @param published everything up to this number is on Kafka
 * @param pending how many commits are stored and not known to be on Kafka, with a position or not
 * @param oldestAge how long, at least, one of them has been waiting, by the writers' clocks; zero
 *     when there is none, or when they are new
 */
public record OutboxState(long head, long published, long pending, Duration oldestAge) {}
