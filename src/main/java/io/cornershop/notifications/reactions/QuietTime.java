package io.cornershop.notifications.reactions;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a message may come that makes a noise. Pure. */
final class QuietTime {

  private QuietTime() {}

  /** When the person's quiet hours end; empty outside of them, and for what makes no noise. */
  static Optional<Instant> end(Channel channel, Preferences wishes, Instant now) {
    return channel == Channel.EMAIL
        ? Optional.empty()
        : wishes.quietHours().flatMap(hours -> end(hours, now));
  }

  private static Optional<Instant> end(QuietHours hours, Instant now) {
    LocalTime from = LocalTime.parse(hours.from());
    LocalTime to = LocalTime.parse(hours.to());
    ZonedDateTime here = now.atZone(ZoneId.of(hours.zone()));
    if (!isWithin(here.toLocalTime(), from, to)) {
      return Optional.empty();
    }
    ZonedDateTime today = here.with(to);
    Instant end = (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
    return Optional.of(end).filter(now::isBefore);
  }

  private static boolean isWithin(LocalTime time, LocalTime from, LocalTime to) {
    boolean begun = !time.isBefore(from);
    boolean goesOn = time.isBefore(to);
    return from.isAfter(to) ? begun || goesOn : begun && goesOn;
  }
}
