package io.cornershop.rest;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.OwnWrite;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query parameters by which a caller asks a read model for its own write; a resource method
 * takes them as {@code @BeanParam} and answers {@link Answers#notCaughtUp} when the view has not
 * applied that sequence in time.
 */
public class ReadYourWrites {

  static final String MIN_SEQUENCE = "minSequence";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  @QueryParam(MIN_SEQUENCE)
  @Parameter(
      description = "The sequence (ETag) of the write that the answer must include; else 202",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
  private String minSequence;

  @QueryParam("wait")
  @Parameter(
      description = "How long to wait for it, at most 10 seconds, such as 2s, 500ms or PT2S",
      schema = @Schema(type = SchemaType.STRING, examples = "2s"))
  private String wait;

  /** For the JAX-RS runtime, which fills the fields. */
  public ReadYourWrites() {}

  ReadYourWrites(String minSequence, String wait) {
    this.minSequence = minSequence;
    this.wait = wait;
  }

  /**
   * Both together.
   *
   * @throws InvalidValue when one of them is malformed
   */
  public OwnWrite write() {
    return new OwnWrite(minSequence(), timeout());
  }

  /**
   * The sequence that the answer must include, if the caller insists on one.
   *
   * @throws InvalidValue when it is no positive number
   */
  public OptionalLong minSequence() {
    if (minSequence == null) {
      return OptionalLong.empty();
    }
    if (!minSequence.matches("[0-9]{1,18}") || Long.parseLong(minSequence) < 1) {
      throw new InvalidValue(MIN_SEQUENCE, "must be a positive number");
    }
    return OptionalLong.of(Long.parseLong(minSequence));
  }

  /**
   * How long to wait for it; zero when the caller does not say.
   *
   * @throws InvalidValue when it is no duration from 0 to 10 seconds
   */
  public Duration timeout() {
    if (wait == null) {
      return Duration.ZERO;
    }
    Duration duration = parse(wait);
    if (duration.isNegative() || duration.compareTo(LONGEST_WAIT) > 0) {
      throw malformed();
    }
    return duration;
  }

  private static Duration parse(String text) {
    try {
      if (text.matches("[0-9]{1,5}ms")) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
      }
      return Duration.parse(
          text.matches("[0-9]{1,5}s") ? "PT" + text : text.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw malformed();
    }
  }

  private static InvalidValue malformed() {
    return new InvalidValue("wait", "must be a duration of at most 10 seconds, such as 2s");
  }
}
