package io.cornershop.notifications.push;

import java.time.Duration;
import java.util.Optional;

/**
 * How the shop writes to push services.
 *
 * @param keys who we are; without them no push message goes out
 * @param subject how a push service reaches whoever runs the shop: {@code mailto:} or https
 * @param timeout for a connection, and for an answer
 * @param timeToLive how long a push service keeps a message for a browser that is not there
 */
public record PushSettings(
    Optional<VapidKeys> keys, String subject, Duration timeout, Duration timeToLive) {}
