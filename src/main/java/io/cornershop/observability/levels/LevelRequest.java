package io.cornershop.observability.levels;

import io.cornershop.kernel.InvalidValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a logger is to write, and for how long. */
public record LevelRequest(
    @Schema(description = "TRACE, DEBUG, INFO, WARNING or ERROR", required = true)
        Optional<String> level,
    @Schema(
            description = "As PT15M, which it is when it is left out; a day at most",
            nullable = true)
        Optional<String> duration) {

  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * The level.
   *
   * @throws InvalidValue when there is none of this name
   */
  LogLevel wantedLevel() {
    return Arrays.stream(LogLevel.values())
        .filter(known -> level.filter(known.name()::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () -> new InvalidValue("level", "must be TRACE, DEBUG, INFO, WARNING or ERROR"));
  }

  /**
   * How long it holds.
   *
   * @throws InvalidValue when it is no duration from a second to a day
   */
  Duration wantedDuration() {
    Duration wanted = duration.map(LevelRequest::read).orElse(USUAL);
    if (wanted.compareTo(Duration.ofSeconds(1)) < 0 || wanted.compareTo(LONGEST) > 0) {
      throw malformed();
    }
    return wanted;
  }

  private static Duration read(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw malformed();
    }
  }

  private static InvalidValue malformed() {
    return new InvalidValue("duration", "must be from PT1S to PT24H, such as PT15M");
  }
}
