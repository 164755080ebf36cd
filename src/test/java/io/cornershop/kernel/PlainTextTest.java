package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"Ada", "Zoë O'Neill-李", "a b", "\uD83D\uDC69\u200D\uD83D\uDCBB", "نادر"})
  void what_people_write_in_one_line_is_plain_text(String text) {
    assertThat(PlainText.isLine(text, 20)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0",
        "\u200B",
        "\u2060\uFEFF",
        "a\nb",
        "a\u0000",
        "a\u2028b",
        "a\u2029b",
        "a\uD800",
        "a\u202Egpj.exe",
        "a\u2066b"
      })
  void what_shows_nothing_or_breaks_or_turns_the_line_is_not(String text) {
    assertThat(PlainText.isLine(text, 20)).isFalse();
  }

  @Test
  void a_line_has_at_most_so_many_characters() {
    assertThat(PlainText.isLine("abc", 3)).isTrue();
    assertThat(PlainText.isLine("abcd", 3)).isFalse();
  }
}
