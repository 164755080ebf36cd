package io.cornershop.notifications.reactions;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a message may come that makes a noise. Pure. */
final class QuietTime {

  private QuietTime() {}

  /** Not before this time, by the person's wish: now, or the end of the quiet hours. */
  static Instant notBefore(Channel channel, Preferences wishes, Instant now) {
    return channel == Channel.EMAIL
        ? now
        : wishes.quietHours().map(hours -> after(hours, now)).orElse(now);
  }

  private static Instant after(QuietHours hours, Instant now) {
    LocalTime from = LocalTime.parse(hours.from());
    LocalTime to = LocalTime.parse(hours.to());
    ZonedDateTime here = now.atZone(ZoneId.of(hours.zone()));
    if (!isWithin(here.toLocalTime(), from, to)) {
      return now;
    }
    ZonedDateTime today = here.with(to);
    Instant end = (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
    return end.isAfter(now) ? end : now;
  }

  private static boolean isWithin(LocalTime time, LocalTime from, LocalTime to) {
    boolean begun = !time.isBefore(from);
    boolean goesOn = time.isBefore(to);
    return from.isAfter(to) ? begun || goesOn : begun && goesOn;
  }
}
