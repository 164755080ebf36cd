package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.Money;
import io.cornershop.rest.problems.MalformedBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Whatever callers send as a body, a cursor or a header: it is understood, or refused in words. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ForeignInputFuzzTest {

  /** With one of everything that request bodies hold. */
  record Everything(
      CartId id,
      String text,
      int number,
      Money price,
      Optional<Address> address,
      OptionalInt threshold,
      List<Instant> times) {}

  @FuzzTest(maxDuration = "1m")
  void any_body_is_read_or_malformed(byte[] bytes) {
    try {
      assertThat(JsonBodies.read(bytes, Everything.class)).isInstanceOf(Everything.class);
    } catch (MalformedBody refused) {
      assertThat(refused.errors()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "1m")
  void any_cursor_is_given_back_as_it_was_or_is_no_cursor(byte[] bytes) {
    try {
      Cursor cursor = Cursor.decode(new String(bytes, StandardCharsets.UTF_8));
      assertThat(Cursor.decode(cursor.encoded())).isEqualTo(cursor);
      cursor.placeIn("list");
    } catch (InvalidValue refused) {
      assertThat(refused.field()).isEqualTo("after");
    }
  }

  @FuzzTest(maxDuration = "1m")
  void any_header_means_something_or_is_refused(byte[] bytes) {
    Optional<String> header = Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    RequestHeaders.traceparent(header);
    RequestHeaders.userAgent(header);
    try {
      RequestHeaders.expectedSequence(header);
    } catch (InvalidValue refused) {
      assertThat(refused.field()).isEqualTo("If-Match");
    }
  }
}
