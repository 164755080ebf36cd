package io.cornershop.notifications.api.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnsubscribePageTest {

  @Test
  void the_page_speaks_the_first_language_that_it_knows() {
    assertThat(UnsubscribePage.in(List.of(Locale.GERMAN, Locale.CANADA_FRENCH, Locale.ENGLISH)))
        .isEqualTo(UnsubscribePage.FRENCH);
    assertThat(UnsubscribePage.in(List.of(Locale.UK, Locale.FRENCH)))
        .isEqualTo(UnsubscribePage.ENGLISH);
    assertThat(UnsubscribePage.in(List.of(Locale.GERMAN))).isEqualTo(UnsubscribePage.ENGLISH);
    assertThat(UnsubscribePage.in(List.of())).isEqualTo(UnsubscribePage.ENGLISH);
  }

  @Test
  void the_question_has_a_button_and_the_answer_has_none() {
    assertThat(UnsubscribePage.FRENCH.question())
        .contains("<html lang=\"fr\">", "<form method=\"post\">", "List-Unsubscribe", "One-Click");
    assertThat(UnsubscribePage.FRENCH.done()).doesNotContain("<form", "<button");
  }
}
