package io.cornershop.notifications.api;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.QuietHours;
import java.time.ZoneId;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which wishes can be granted. Immutable and thread-safe. */
public final class PreferenceRules {

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private final SortedSet<String> languages;

  /**
   * @param languages the tags of those that messages are written in
   */
  public PreferenceRules(Collection<String> languages) {
    this.languages = new TreeSet<>(languages);
  }

  /**
   * Lets wishes pass that can be granted.
   *
   * @throws InvalidValue naming the field of any other
   */
  Preferences require(Preferences wishes) {
    if (!languages.contains(wishes.language())) {
      throw new InvalidValue("language", "must be one of " + String.join(", ", languages));
    }
    wishes.quietHours().ifPresent(PreferenceRules::require);
    return wishes;
  }

  private static void require(QuietHours hours) {
    requireTime("quietHours.from", hours.from());
    requireTime("quietHours.to", hours.to());
    if (hours.from().equals(hours.to())) {
      throw new InvalidValue("quietHours.to", "must not be the same as from");
    }
    if (!ZoneId.getAvailableZoneIds().contains(hours.zone())) {
      throw new InvalidValue(
          "quietHours.zone", "must be a name of the time zone database, such as Europe/Paris");
    }
  }

  private static void requireTime(String field, String time) {
    if (!TIME.matcher(time).matches()) {
      throw new InvalidValue(field, "must be a time of the day, such as 22:00");
    }
  }
}
