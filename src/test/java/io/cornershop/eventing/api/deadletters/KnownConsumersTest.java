package io.cornershop.eventing.api.deadletters;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.kernel.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownConsumersTest {

  private final InMemoryDeadLetters letters = new InMemoryDeadLetters();
  private final KnownConsumers known = new KnownConsumers("projections/stock"::equals, letters);

  @Test
  void a_consumer_of_this_build_is_known() {
    assertThatCode(() -> known.require("projections/stock")).doesNotThrowAnyException();
  }

  @Test
  void a_consumer_that_nobody_has_is_refused_by_the_name_of_the_field() {
    assertThatThrownBy(() -> known.require("projections/stok"))
        .isInstanceOf(InvalidValue.class)
        .extracting("field")
        .isEqualTo("consumer");
  }

  @Test
  void a_consumer_that_is_gone_and_has_letters_is_known() {
    LetterSource source = new LetterSource("inventory.events", 3, 1, Optional.of("cup"), List.of());
    SequenceId gone = SequenceId.of("projections", "gone", "cup");
    letters.insert(Letter.of("letter", gone, source, OptionalLong.empty()));
    assertThatCode(() -> known.require("projections/gone")).doesNotThrowAnyException();
  }
}
