package io.cornershop.notifications.api;

import static io.cornershop.notifications.RecipientFixtures.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.json.Json;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.QuietHours;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PreferenceRulesTest {

  private final PreferenceRules rules = new PreferenceRules(Set.of("en", "fr"));

  @Test
  void wishes_are_read_as_they_are_shown_and_granted() {
    PreferencesBody shown = PreferencesBody.of(FRENCH);
    PreferencesBody read =
        Json.STRICT.readValue(RecipientExamples.PREFERENCES, PreferencesBody.class);

    assertThat(read).isEqualTo(shown);
    assertThat(rules.require(read.toPreferences())).isEqualTo(FRENCH);
  }

  @Test
  void no_channel_and_no_quiet_hours_can_be_wished_too() {
    Preferences silence = new Preferences("en", List.of(), Optional.empty());
    assertThat(rules.require(silence)).isEqualTo(silence);
  }

  @ParameterizedTest
  @CsvSource({
    "xx, 22:00, 07:30, Europe/Paris, language, 'must be one of en, fr'",
    "EN, 22:00, 07:30, Europe/Paris, language, 'must be one of en, fr'",
    "fr, 24:00, 07:30, Europe/Paris, quietHours.from, 'must be a time of the day, such as 22:00'",
    "fr, 9:00, 07:30, Europe/Paris, quietHours.from, 'must be a time of the day, such as 22:00'",
    "fr, 22:00, 7h, Europe/Paris, quietHours.to, 'must be a time of the day, such as 22:00'",
    "fr, 22:00, 22:00, Europe/Paris, quietHours.to, must not be the same as from",
    "fr, 22:00, 07:30, Paris, quietHours.zone,"
        + "'must be a name of the time zone database, such as Europe/Paris'",
    "fr, 22:00, 07:30, +01:00, quietHours.zone,"
        + "'must be a name of the time zone database, such as Europe/Paris'"
  })
  void what_cannot_be_granted_is_refused_by_its_field(ArgumentsAccessor line) {
    Preferences wishes =
        new Preferences(
            line.getString(0),
            List.of(Channel.SMS),
            Optional.of(new QuietHours(line.getString(1), line.getString(2), line.getString(3))));

    assertThatThrownBy(() -> rules.require(wishes))
        .isInstanceOfSatisfying(
            InvalidValue.class, refusal -> assertThat(refusal.field()).isEqualTo(line.getString(4)))
        .hasMessage(line.getString(5));
  }
}
