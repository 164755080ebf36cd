package io.cornershop.notifications.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetryAfterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-05T07:15:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "' 120 ', PT2M",
    "999999999, PT24H",
    "99999999999999, PT24H",
    "99999999999999999999999999, PT24H",
    "'Fri, 31 Dec 9999 23:59:59 GMT', PT24H",
    "'Thu, 05 Mar 2026 07:16:30 GMT', PT1M30S",
    "'Thu, 05 Mar 2026 07:00:00 GMT', PT0S"
  })
  void says_how_long_to_wait(String header, Duration wait) {
    assertThat(RetryAfter.of(Optional.of(header), CLOCK)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "Thu, 99 Mar 2026"})
  void says_nothing_when_it_cannot_be_read(String header) {
    assertThat(RetryAfter.of(Optional.of(header), CLOCK)).isEmpty();
  }
}
