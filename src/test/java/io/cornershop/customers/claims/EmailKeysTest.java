package io.cornershop.customers.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmailKeysTest {

  private static final EmailKeys KEYS = new EmailKeys("0123456789abcdef0123456789abcdef");

  /** As computed by {@code printf ada@example.org | openssl dgst -sha256 -hmac <secret>}. */
  private static final String ADA =
      "bcfa6aa5642f6ffa0a359346b83770c4403581e5e1b7b5578df29ea26c669043";

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.org", "Ada@Example.ORG", " ada@example.org\t"})
  void case_and_spaces_around_make_no_difference(String written) {
    assertThat(KEYS.of(written)).isEqualTo(ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.da@example.org", "ada+shop@example.org", "ada@example.com", ""})
  void all_else_does(String other) {
    assertThat(KEYS.of(other)).isNotEqualTo(ADA);
  }

  @Test
  void another_secret_gives_other_keys() {
    EmailKeys others = new EmailKeys("fedcba9876543210fedcba9876543210");
    assertThat(others.of("ada@example.org")).isNotEqualTo(ADA);
  }

  @Test
  void a_short_secret_is_refused() {
    assertThatThrownBy(() -> new EmailKeys("short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The secret for e-mail addresses has fewer than 32 characters");
  }
}
