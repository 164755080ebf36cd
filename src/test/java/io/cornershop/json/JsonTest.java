package io.cornershop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.CartId;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonTest {

  record Line(ProductId productId, int quantity, Money price) {}

  record Cart(
      CartId cartId,
      List<Line> lines,
      Optional<String> note,
      OptionalLong sequence,
      Instant at,
      boolean open) {}

  record Small(String text, int number, long large, boolean flag) {}

  private static final Cart CART =
      new Cart(
          new CartId("cart-1"),
          List.of(new Line(new ProductId("p-1"), 2, Money.of("10.10", "EUR"))),
          Optional.empty(),
          OptionalLong.of(7),
          Instant.parse("2026-11-05T12:00:00.250Z"),
          true);

  private static final String CART_JSON =
      "{\"cartId\":\"cart-1\",\"lines\":[{\"productId\":\"p-1\",\"quantity\":2"
          + ",\"price\":{\"amount\":\"10.10\",\"currency\":\"EUR\"}}],\"sequence\":7"
          + ",\"at\":\"2026-11-05T12:00:00.250Z\",\"open\":true}";

  @Test
  void writes_values_the_same_way_with_both_mappers_and_reads_them_back() {
    assertThat(Json.STRICT.writeValueAsString(CART)).isEqualTo(CART_JSON);
    assertThat(Json.TOLERANT.writeValueAsString(CART)).isEqualTo(CART_JSON);
    assertThat(Json.STRICT.readValue(CART_JSON, Cart.class)).isEqualTo(CART);
    assertThat(Json.TOLERANT.readValue(CART_JSON, Cart.class)).isEqualTo(CART);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.00", "0.01", "-0.01", "10.10", "90071992547409.93", "999999999999999.99"})
  void is_exact_about_money(String amount) {
    Money money = Money.of(amount, "EUR");
    String json = Json.STRICT.writeValueAsString(money);

    assertThat(json).isEqualTo("{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}");
    assertThat(Json.STRICT.readValue(json, Money.class)).isEqualTo(money);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\":10.10,\"currency\":\"EUR\"}",
        "{\"amount\":10,\"currency\":\"EUR\"}",
        "{\"amount\":\"10.101\",\"currency\":\"EUR\"}",
        "{\"amount\":\"1e3\",\"currency\":\"EUR\"}",
        "{\"amount\":\"10\",\"currency\":\"XXX\"}",
        "{\"amount\":\"10\",\"currency\":\"euro\"}",
        "{\"amount\":\"10\"}",
        "{\"currency\":\"EUR\"}",
        "\"10.10\"",
        "10.10"
      })
  void takes_no_other_form_of_money(String json) {
    assertThatThrownBy(() -> Json.STRICT.readValue(json, Money.class))
        .isInstanceOfAny(JacksonException.class, InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"number\":1.5}",
        "{\"number\":1.0}",
        "{\"number\":1e2}",
        "{\"number\":\"1\"}",
        "{\"number\":true}",
        "{\"number\":2147483648}",
        "{\"large\":9223372036854775808}",
        "{\"large\":\"7\"}",
        "{\"text\":1}",
        "{\"text\":1.5}",
        "{\"text\":true}",
        "{\"text\":{}}",
        "{\"text\":[\"a\"]}",
        "{\"flag\":\"true\"}",
        "{\"flag\":1}"
      })
  void takes_no_value_of_another_kind(String json) {
    assertThatThrownBy(() -> Json.STRICT.readValue(json, Small.class))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> Json.TOLERANT.readValue(json, Small.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"number\":1}x",
        "{\"number\":1}{\"number\":2}",
        "{'text':'a'}",
        "{text:\"a\"}",
        "{\"number\":01}",
        "{\"number\":NaN}",
        "{\"number\":1,}",
        "/* hello */ {}",
        "{\"number\":1",
        ""
      })
  void takes_no_malformed_json(String json) {
    assertThatThrownBy(() -> Json.STRICT.readValue(json, Small.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void refuses_unknown_fields_from_others_and_passes_over_them_in_what_was_stored() {
    String json = "{\"text\":\"a\",\"number\":1,\"large\":2,\"flag\":true,\"more\":[]}";

    assertThatThrownBy(() -> Json.STRICT.readValue(json, Small.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("more");
    assertThat(Json.TOLERANT.readValue(json, Small.class)).isEqualTo(new Small("a", 1, 2, true));
  }

  @Test
  void gives_no_null_out_of_what_was_stored() {
    assertThatThrownBy(() -> Json.TOLERANT.readValue("{\"number\":1}", Small.class))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> Json.TOLERANT.readValue("{\"text\":null}", Small.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\",\"large\":1,\"flag\":true}",
        "{\"text\":\"a\",\"number\":1,\"flag\":true}",
        "{\"text\":\"a\",\"number\":1,\"large\":1}",
        "{\"text\":\"a\",\"number\":null,\"large\":1,\"flag\":true}"
      })
  void makes_no_zero_of_an_absent_number_in_what_was_stored(String json) {
    assertThatThrownBy(() -> Json.TOLERANT.readValue(json, Small.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d", "\\ude00", "a\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00"})
  void takes_no_half_of_a_surrogate_pair_because_it_has_no_bytes(String text) {
    String json = CART_JSON.replace(",\"sequence\"", ",\"note\":\"" + text + "\",\"sequence\"");

    assertThatThrownBy(() -> Json.STRICT.readValue(json, Cart.class))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> Json.TOLERANT.readValue(json, Cart.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void takes_whole_surrogate_pairs() {
    String json = CART_JSON.replace(",\"sequence\"", ",\"note\":\"\\ud83d\\ude00\",\"sequence\"");

    assertThat(Json.STRICT.readValue(json, Cart.class).note()).contains("\ud83d\ude00");
  }

  @Test
  void refuses_ids_that_are_not_well_formed() {
    assertThatThrownBy(() -> Json.STRICT.readValue("\"a/b\"", CartId.class))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Json.STRICT.readValue("7", CartId.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void refuses_what_only_wants_to_cost_time_and_memory() {
    String deep = "[".repeat(60) + "]".repeat(60);
    String longNumber = "[" + "9".repeat(40) + "]";

    assertThatThrownBy(() -> Json.STRICT.readTree(deep)).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> Json.STRICT.readValue(longNumber, List.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void keeps_the_decimals_of_numbers_that_it_does_not_interpret() {
    String json = "{\"rate\":1.50,\"large\":12345678901234567890.10}";

    assertThat(Json.TOLERANT.writeValueAsString(Json.TOLERANT.readTree(json))).isEqualTo(json);
    assertThat(Json.TOLERANT.readValue(json, Map.class).get("rate"))
        .isEqualTo(new BigDecimal("1.50"));
  }
}
