package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentMethodTest {

  @Test
  void is_the_name_that_the_provider_gave() {
    assertThat(new PaymentMethod("sandbox-approve")).hasToString("sandbox-approve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "4111-1111-1111-1111", "378282246310005"})
  void is_never_a_card_number(String number) {
    assertThatThrownBy(() -> new PaymentMethod(number))
        .isInstanceOf(InvalidValue.class)
        .hasMessageNotContaining(number);
  }
}
