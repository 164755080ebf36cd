package io.cornershop.notifications.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.unsubscribe.UnsubscribeTokens.Ended;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnsubscribeTokensTest {

  private static final CustomerId ADA = new CustomerId("ada.l-1_2");
  private static final UnsubscribeTokens TOKENS = new UnsubscribeTokens("s".repeat(32), List.of());

  @Test
  void a_token_names_customer_and_channel() {
    assertThat(TOKENS.read(TOKENS.of(ADA, Channel.EMAIL))).isEqualTo(new Ended(ADA, Channel.EMAIL));
    assertThat(TOKENS.of(ADA, Channel.EMAIL)).matches("[A-Za-z0-9._~-]+");
  }

  @Test
  void a_token_of_another_secret_is_none() {
    String foreign = new UnsubscribeTokens("t".repeat(32), List.of()).of(ADA, Channel.EMAIL);

    assertThatThrownBy(() -> TOKENS.read(foreign)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_token_of_a_retired_secret_still_holds_and_none_is_made_with_it() {
    String old = TOKENS.of(ADA, Channel.EMAIL);
    UnsubscribeTokens renewed =
        new UnsubscribeTokens("t".repeat(32), List.of("u".repeat(32), "s".repeat(32)));

    assertThat(renewed.read(old)).isEqualTo(new Ended(ADA, Channel.EMAIL));
    assertThat(renewed.of(ADA, Channel.EMAIL))
        .isEqualTo(new UnsubscribeTokens("t".repeat(32), List.of()).of(ADA, Channel.EMAIL));
  }

  @Test
  void a_token_cannot_be_turned_to_another_customer_or_channel() {
    String token = TOKENS.of(ADA, Channel.EMAIL);

    assertThatThrownBy(() -> TOKENS.read(token.replace("ada", "bob")))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> TOKENS.read(token.replace("EMAIL", "SMS")))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> TOKENS.read(token.substring(0, token.length() - 1)))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "~~", "ada", "ada~EMAIL~", "<script>", "ada~FAX~0123"})
  void nonsense_is_none(String token) {
    assertThatThrownBy(() -> TOKENS.read(token))
        .isInstanceOf(InvalidValue.class)
        .extracting("field")
        .isEqualTo("token");
  }

  @Test
  void a_short_secret_is_refused() {
    assertThatThrownBy(() -> new UnsubscribeTokens("s".repeat(31), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UnsubscribeTokens("s".repeat(32), List.of("t".repeat(31))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
