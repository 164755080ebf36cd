package io.cornershop.eventing.consuming.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every adapter promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class WishesContract {

  private static final String CHANNEL = "projections";
  private static final String TOPIC = "counters.events";
  private static final SeekTarget BEGINNING = new SeekTarget.Beginning();

  private Wishes wishes;

  /** An adapter that knows no wish. */
  abstract Wishes create();

  @BeforeEach
  void begin() {
    wishes = create();
  }

  @Test
  void keeps_whether_a_channel_is_paused() {
    Wish paused = wishes.change(CHANNEL, wish -> wish.paused(true));
    assertThat(paused).isEqualTo(new Wish(CHANNEL, 1, true, List.of(), List.of(), Map.of()));
    assertThat(wishes.of(CHANNEL)).isEqualTo(paused);
    assertThat(wishes.change(CHANNEL, wish -> wish.paused(true))).isEqualTo(paused);
    assertThat(wishes.change(CHANNEL, wish -> wish.paused(false)))
        .isEqualTo(new Wish(CHANNEL, 2, false, List.of(), List.of(), Map.of()));
  }

  @Test
  void keeps_the_wishes_of_channels_apart() {
    wishes.change(CHANNEL, wish -> wish.paused(true));
    wishes.change("processes", wish -> wish.seeking(BEGINNING, "ask-1"));
    assertThat(List.of(wishes.of(CHANNEL), wishes.of("processes"), wishes.of("other")))
        .isEqualTo(
            List.of(
                new Wish(CHANNEL, 1, true, List.of(), List.of(), Map.of()),
                new Wish(
                    "processes",
                    1,
                    false,
                    List.of(new Seek(1, BEGINNING)),
                    List.of("ask-1"),
                    Map.of()),
                Wish.none("other")));
  }

  @Test
  void keeps_every_kind_of_target() {
    List<SeekTarget> targets =
        List.of(
            BEGINNING,
            new SeekTarget.Position(7_000),
            new SeekTarget.Timestamp(Instant.parse("2026-11-01T12:00:00.123Z")),
            new SeekTarget.Offset(TOPIC, 3, 42));
    targets.forEach(
        target -> wishes.change(target.toString(), wish -> wish.seeking(target, "ask-2")));
    assertThat(targets.stream().map(target -> wishes.of(target.toString()).seeks()).toList())
        .isEqualTo(targets.stream().map(target -> List.of(new Seek(1, target))).toList());
  }

  @Test
  void notes_what_each_partition_has_carried_out_beside_the_wish() {
    wishes.change(CHANNEL, wish -> wish.seeking(BEGINNING, "ask-3"));
    wishes.carriedOut(CHANNEL, TOPIC, 0, 1);
    wishes.carriedOut(CHANNEL, TOPIC, 1, 2);
    wishes.carriedOut(CHANNEL, TOPIC, 1, 1);
    wishes.change(CHANNEL, wish -> wish.paused(true));
    assertThat(wishes.of(CHANNEL))
        .isEqualTo(
            new Wish(
                CHANNEL,
                2,
                true,
                List.of(new Seek(1, BEGINNING)),
                List.of("ask-3"),
                Map.of(TOPIC + "/0", 1L, TOPIC + "/1", 2L)));
  }

  @Test
  void keeps_what_was_asked_so_that_a_repeat_is_the_same_wish() {
    Wish first = wishes.change(CHANNEL, wish -> wish.seeking(BEGINNING, "ask-1"));
    Wish again = wishes.change(CHANNEL, wish -> wish.seeking(BEGINNING, "ask-1"));
    assertThat(first)
        .isEqualTo(
            new Wish(
                CHANNEL, 1, false, List.of(new Seek(1, BEGINNING)), List.of("ask-1"), Map.of()));
    assertThat(List.of(again, wishes.of(CHANNEL))).isEqualTo(List.of(first, first));
  }

  @Test
  void loses_no_wish_of_many_at_the_same_moment() {
    IntStream.range(0, 20)
        .parallel()
        .forEach(
            partition ->
                wishes.change(
                    CHANNEL,
                    wish ->
                        wish.seeking(
                            new SeekTarget.Offset(TOPIC, partition, 5), "ask-" + partition)));
    Wish all = wishes.of(CHANNEL);
    assertThat(all.number()).isEqualTo(20);
    assertThat(all.seeks()).extracting(Seek::to).doesNotHaveDuplicates().hasSize(20);
  }
}
