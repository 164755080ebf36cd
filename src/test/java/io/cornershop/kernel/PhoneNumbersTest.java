package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PhoneNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "+49 30 1234567, +49301234567",
    "0049-30/123.4567, +49301234567",
    "+49 (0)30 1234567, +49301234567",
    "+1 (555) 010-9999, +15550109999",
    "+33612345678, +33612345678",
    "' +44 20 7946 0018 ', +442079460018"
  })
  void a_number_with_its_country_is_brought_into_form(String written, String dialled) {
    assertThat(PhoneNumbers.international(written)).contains(dialled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "030 1234567",
        "1234567",
        "+0 30 1234567",
        "+12345",
        "+1234567890123456",
        "+49 30 call me",
        "+49301234567\n+15550109999",
        "[erased]",
        "＋49301234567"
      })
  void a_number_of_an_unknown_country_or_none_at_all_is_not_guessed(String written) {
    assertThat(PhoneNumbers.international(written)).isEmpty();
  }
}
