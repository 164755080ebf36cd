package io.cornershop.notifications.api;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** How a customer wants to be told. */
public record PreferencesBody(
    @NotNull @Size(max = 35) String language,
    @NotNull @Size(max = 10) List<@NotNull Channel> channels,
    Optional<@Valid QuietHoursBody> quietHours) {

  static PreferencesBody of(Preferences wishes) {
    return new PreferencesBody(
        wishes.language(),
        List.copyOf(wishes.channels()),
        wishes.quietHours().map(QuietHoursBody::of));
  }

  Preferences toPreferences() {
    return new Preferences(language, channels, quietHours.map(QuietHoursBody::toHours));
  }
}
