package io.cornershop.observability.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LevelRoomTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final LevelWish ONE = wish("io.cornershop.one");
  private static final LevelWish OTHER = wish("io.cornershop.other");

  private final InMemoryLevelWishes wishes = new InMemoryLevelWishes();
  private final LevelRoom room = new LevelRoom(wishes);

  private static LevelWish wish(String logger) {
    return new LevelWish(logger, LogLevel.DEBUG, NOON.plus(Duration.ofMinutes(10)));
  }

  private List<LevelWish> filledWith(int count) {
    IntStream.range(0, count).forEach(i -> wishes.put(wish("io.cornershop.kept" + i)));
    return wishes.all();
  }

  private void refused(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOf(Rejected.class)
        .hasMessage("20 loggers are changed already");
  }

  @Test
  void the_last_place_is_taken_and_no_other() {
    filledWith(19);

    room.require(ONE.logger(), NOON);
    room.put(ONE);

    assertThat(wishes.all()).hasSize(20).contains(ONE);
    refused(() -> room.require(OTHER.logger(), NOON));
  }

  @Test
  void who_finds_room_that_another_fills_meanwhile_takes_its_own_wish_back() {
    filledWith(19);

    room.require(ONE.logger(), NOON);
    room.require(OTHER.logger(), NOON);
    room.put(ONE);
    List<LevelWish> full = wishes.all();
    refused(() -> room.put(OTHER));

    assertThat(wishes.all()).isEqualTo(full);
  }

  @Test
  void a_wish_in_place_of_another_needs_no_room() {
    filledWith(19);
    wishes.put(ONE);
    LevelWish longer = new LevelWish(ONE.logger(), LogLevel.TRACE, NOON.plus(Duration.ofHours(1)));

    room.require(ONE.logger(), NOON);
    room.put(longer);

    assertThat(wishes.all()).hasSize(20).contains(longer);
  }

  @Test
  void those_that_have_ended_make_room() {
    filledWith(20);

    room.require(ONE.logger(), NOON.plus(Duration.ofMinutes(10)));

    assertThat(wishes.all()).isEmpty();
  }
}
