package io.cornershop.payments.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StripeSignatureTest {

  private static final byte[] BODY = "{\"id\": \"evt_1\"}".getBytes(StandardCharsets.UTF_8);

  /** Computed by another program: openssl dgst -sha256 -hmac whsec_test. */
  private static final String V1 =
      "b68fa74c9933356bbcb0ed32ffaeb6a2165eaad42ff147a588634be0b1c0fd44";

  private static final Instant SIGNED = Instant.ofEpochSecond(1772971502);
  private static final String HEADER = "t=1772971502,v1=" + V1;

  private static boolean fits(String header, byte[] body, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new StripeSignature("whsec_test", clock).fits(header, body);
  }

  @Test
  void knows_what_stripe_has_signed() {
    assertThat(fits(HEADER, BODY, SIGNED)).isTrue();
  }

  @Test
  void takes_one_of_several_signatures_while_a_secret_is_replaced() {
    String other = "0".repeat(64);
    String header = "t=1772971502, v1=%s, v1=%s, v0=%s".formatted(other, V1, other);
    assertThat(fits(header, BODY, SIGNED)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void allows_clocks_to_differ_by_five_minutes(long seconds) {
    assertThat(fits(HEADER, BODY, SIGNED.plusSeconds(seconds))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, 86_400})
  void refuses_what_was_signed_at_another_time(long seconds) {
    assertThat(fits(HEADER, BODY, SIGNED.plusSeconds(seconds))).isFalse();
  }

  @Test
  void refuses_a_body_that_is_another_by_one_byte() {
    byte[] other = BODY.clone();
    other[other.length - 1]++;
    assertThat(fits(HEADER, other, SIGNED)).isFalse();
  }

  @Test
  void refuses_a_time_that_was_not_signed() {
    assertThat(fits("t=1772971503,v1=" + V1, BODY, SIGNED)).isFalse();
  }

  @Test
  void refuses_the_signature_of_another_secret() {
    Clock clock = Clock.fixed(SIGNED, ZoneOffset.UTC);
    assertThat(new StripeSignature("whsec_other", clock).fits(HEADER, BODY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "t=,v1=",
        "t=1772971502",
        "v1=b68fa74c9933356bbcb0ed32ffaeb6a2165eaad42ff147a588634be0b1c0fd44",
        "t=1772971502,v0=b68fa74c9933356bbcb0ed32ffaeb6a2165eaad42ff147a588634be0b1c0fd44",
        "t=1772971502,v1=b68fa74c9933356bbcb0ed32ffaeb6a2165eaad42ff147a588634be0b1c0fd4400",
        "t=-1772971502,v1=b68fa74c9933356bbcb0ed32ffaeb6a2165eaad42ff147a588634be0b1c0fd44",
        "t=99999999999999999999,v1=b68fa74c9933356bbcb0ed32ffaeb6a2165eaad42ff147a588634be0b1c0fd44",
        "t=1772971502;v1=b68fa74c9933356bbcb0ed32ffaeb6a2165eaad42ff147a588634be0b1c0fd44"
      })
  void refuses_what_is_no_such_header(String header) {
    assertThat(fits(header, BODY, SIGNED)).isFalse();
  }

  @Test
  void tolerates_five_minutes_as_stripe_proposes() {
    assertThat(StripeSignature.TOLERANCE).isEqualTo(Duration.ofMinutes(5));
  }
}
