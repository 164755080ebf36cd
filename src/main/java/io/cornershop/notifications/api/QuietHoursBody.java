package io.cornershop.notifications.api;

import io.cornershop.notifications.QuietHours;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** When SMS and push messages wait, over midnight when {@code from} is later than {@code to}. */
public record QuietHoursBody(
    @NotNull @Size(max = 5) String from,
    @NotNull @Size(max = 5) String to,
    @NotNull @Size(max = 64) String zone) {

  static QuietHoursBody of(QuietHours hours) {
    return new QuietHoursBody(hours.from(), hours.to(), hours.zone());
  }

  QuietHours toHours() {
    return new QuietHours(from, to, zone);
  }
}
