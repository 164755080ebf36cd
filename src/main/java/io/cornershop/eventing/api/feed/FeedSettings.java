package io.cornershop.eventing.api.feed;

import java.time.Duration;

/**
 * How feeds are served by one node.
 *
 * @param maxOpen how many at the same time
 * @param heartbeat how long a feed may be silent before it says that it is still there
 * @param interval how often the node looks whether the log has grown, for all feeds together
 */
public record FeedSettings(int maxOpen, Duration heartbeat, Duration interval) {}
