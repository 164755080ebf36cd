package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReasonTest {

  @Test
  void is_one_line_with_all_causes_and_the_place_of_the_first() {
    Exception first = new IllegalStateException("lost\r\n  {at=5,\n to=6}");
    first.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("io.cornershop.Shop", "open", "Shop.java", 7)
        });

    assertThat(Reason.of(new IllegalArgumentException("no shop", first)))
        .isEqualTo(
            "java.lang.IllegalArgumentException: no shop, because of"
                + " java.lang.IllegalStateException: lost {at=5, to=6} at io.cornershop.Shop.open(Shop.java:7)");
  }

  @Test
  void is_bounded_however_long_a_message_is_and_however_a_failure_causes_itself() {
    Exception ring = new IllegalStateException("x".repeat(10_000));
    ring.initCause(new IllegalStateException("y".repeat(10_000), ring));

    assertThat(Reason.of(ring).length()).isLessThan(4_000);
  }
}
