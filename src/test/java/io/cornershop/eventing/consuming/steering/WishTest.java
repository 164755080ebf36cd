package io.cornershop.eventing.consuming.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WishTest {

  private static final SeekTarget BEGINNING = new SeekTarget.Beginning();
  private static final SeekTarget FIRST = new SeekTarget.Offset("a", 0, 5);
  private static final SeekTarget FIRST_AGAIN = new SeekTarget.Offset("a", 0, 3);
  private static final SeekTarget SECOND = new SeekTarget.Offset("a", 1, 7);

  private final Wish none = Wish.none("projections");

  @Test
  void keeps_the_last_target_of_each_partition() {
    assertThat(
            none.seeking(FIRST, "ask-1")
                .seeking(SECOND, "ask-2")
                .seeking(FIRST_AGAIN, "ask-3")
                .seeks())
        .isEqualTo(List.of(new Seek(2, SECOND), new Seek(3, FIRST_AGAIN)));
  }

  @Test
  void forgets_what_came_before_a_target_for_all() {
    assertThat(none.seeking(FIRST, "ask-4").seeking(BEGINNING, "ask-5").seeks())
        .isEqualTo(List.of(new Seek(2, BEGINNING)));
  }

  @Test
  void asks_a_partition_only_for_what_it_has_not_carried_out() {
    Wish wish = none.seeking(BEGINNING, "ask-6").seeking(FIRST, "ask-7");
    Wish carriedOut =
        new Wish("projections", 2, false, wish.seeks(), wish.asked(), Map.of("a/0", 2L, "a/1", 1L));
    assertThat(wish.due("a", 0)).contains(new Seek(2, FIRST));
    assertThat(wish.due("a", 1)).contains(new Seek(1, BEGINNING));
    assertThat(List.of(carriedOut.due("a", 0), carriedOut.due("a", 1)))
        .isEqualTo(List.of(Optional.empty(), Optional.empty()));
  }

  @Test
  void seeks_once_however_often_it_is_asked_the_same() {
    Wish once = none.seeking(FIRST, "ask-1");
    Wish replaced = once.seeking(BEGINNING, "ask-2");
    assertThat(once.seeking(FIRST, "ask-1")).isEqualTo(once);
    assertThat(replaced.seeking(FIRST, "ask-1")).isEqualTo(replaced);
  }

  @Test
  void remembers_the_last_hundred_requests() {
    Wish wish = none;
    for (int i = 1; i <= 150; i++) {
      wish = wish.seeking(FIRST, "ask-" + i);
    }
    assertThat(wish.asked())
        .isEqualTo(IntStream.rangeClosed(51, 150).mapToObj(i -> "ask-" + i).toList());
  }

  @Test
  void is_the_same_when_it_is_paused_twice() {
    assertThat(none.paused(true).paused(true)).isEqualTo(none.paused(true));
  }
}
