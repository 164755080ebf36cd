package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LatestTest {

  private final Latest<String, Integer> latest = new Latest<>(2);

  private Stream<String> known() {
    return Stream.of("a", "b", "c").filter(key -> latest.find(key).isPresent());
  }

  @Test
  void what_was_put_is_found_and_nothing_else() {
    latest.put("a", 1);
    latest.put("a", 2);

    assertThat(latest.find("a")).contains(2);
    assertThat(latest.find("b")).isEmpty();
  }

  @Test
  void what_was_not_used_for_the_longest_time_goes_first() {
    latest.put("a", 1);
    latest.put("b", 2);
    latest.find("a");
    latest.put("c", 3);

    assertThat(known()).containsExactly("a", "c");
  }

  @Test
  void a_value_can_depend_on_the_one_before() {
    latest.merge("a", 1, Math::max);
    latest.merge("a", 3, Math::max);
    latest.merge("a", 2, Math::max);

    assertThat(latest.find("a")).contains(3);
  }

  @Test
  void a_merge_is_a_use_and_keeps_the_bound() {
    latest.put("a", 1);
    latest.put("b", 2);
    latest.merge("a", 3, Math::max);
    latest.merge("c", 3, Math::max);

    assertThat(known()).containsExactly("a", "c");
  }

  @Test
  void everything_can_be_forgotten() {
    latest.put("a", 1);
    latest.clear();

    assertThat(known()).isEmpty();
  }
}
