package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdentifierTest {

  private static final List<Function<String, Identifier>> KINDS =
      List.of(CartId::new, CustomerId::new, OrderId::new, ProductId::new, CommandId::new);

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-1_b.c", "019a0000-0000-7000-8000-000000000001"})
  void of_every_kind_is_written_as_its_text(String text) {
    assertThat(KINDS).allSatisfy(kind -> assertThat(kind.apply(text)).hasToString(text));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", ".", "..", "a b", "a/b", "a\n", "ä", "$where", "a\0"})
  void of_no_kind_is_malformed(String text) {
    assertThat(KINDS)
        .allSatisfy(
            kind -> assertThatThrownBy(() -> kind.apply(text)).isInstanceOf(InvalidValue.class));
  }

  @Test
  void is_judged_as_its_form_says_whatever_the_character() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c;
      boolean isTaken = catchThrowable(() -> new OrderId(text)) == null;
      assertThat(isTaken).as("U+%04X", c).isEqualTo(Identifier.FORM.matcher(text).matches());
    }
  }

  @Test
  void is_at_most_64_characters_long() {
    assertThat(new OrderId("x".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> new OrderId("x".repeat(65)))
        .isInstanceOf(InvalidValue.class)
        .extracting(refusal -> ((InvalidValue) refusal).field())
        .isEqualTo("orderId");
  }

  @Test
  void of_a_command_never_changes_for_the_same_parts() {
    assertThat(CommandId.of("customer-1", "POST /carts", "key-1"))
        .isEqualTo(new CommandId("6f48aec1-b4c8-831b-9417-28253c2b5f44"));
  }

  @Test
  void of_a_command_tells_its_parts_apart() {
    assertThat(
            List.of(
                CommandId.of("ab", "c"),
                CommandId.of("a", "bc"),
                CommandId.of("abc"),
                CommandId.of("abc", ""),
                CommandId.of("c", "ab"),
                CommandId.of()))
        .doesNotHaveDuplicates();
  }
}
