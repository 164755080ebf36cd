package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.testing.CounterFixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BacklogTest {

  private final CounterShop shop = new CounterShop("counters");
  private final MovingClock clock = new MovingClock();
  private final Backlog backlog = new Backlog(shop.outbox(), clock);

  @Test
  void nothing_waits_in_an_empty_store() {
    assertThat(backlog.look()).isEqualTo(new OutboxState(0, 0, 0, Duration.ZERO));
  }

  @Test
  void what_has_no_number_waits_with_its_age_from_the_first_question_on() {
    shop.count("door", 2);
    shop.count("gate", 1);
    clock.advance(Duration.ofMinutes(3));

    assertThat(backlog.look()).isEqualTo(new OutboxState(0, 0, 2, Duration.ofMinutes(3)));
  }

  @Test
  void what_is_numbered_and_not_published_waits_too() {
    number(shop.count("door", 1));
    number(shop.count("gate", 1));
    shop.count("door", 1);
    shop.log.markPublished(1);
    clock.advance(Duration.ofSeconds(9));

    assertThat(backlog.look()).isEqualTo(new OutboxState(2, 1, 2, Duration.ofSeconds(9)));
  }

  @Test
  void what_is_published_waits_no_more() {
    number(shop.count("door", 1));
    clock.advance(Duration.ofSeconds(9));
    backlog.look();
    shop.log.markPublished(1);

    assertThat(backlog.look()).isEqualTo(new OutboxState(1, 1, 0, Duration.ZERO));
  }

  @Test
  void while_the_log_moves_what_is_new_has_no_age() {
    backlog.look();
    shop.count("door", 1);
    clock.advance(Duration.ofSeconds(1));
    OutboxState soon = backlog.look();
    clock.advance(Duration.ofSeconds(1));

    assertThat(soon).isEqualTo(new OutboxState(0, 0, 1, Duration.ZERO));
    assertThat(backlog.look()).isEqualTo(new OutboxState(0, 0, 1, Duration.ofSeconds(2)));
  }

  @Test
  void what_waits_has_its_age_at_once_when_the_log_moved_long_before_the_question() {
    backlog.look();
    number(shop.count("door", 1));
    shop.log.markPublished(1);
    shop.count("gate", 1);
    clock.advance(Duration.ofSeconds(15));

    assertThat(backlog.look()).isEqualTo(new OutboxState(1, 1, 1, Duration.ofSeconds(15)));
  }

  @Test
  void a_commit_that_was_found_ages_until_it_is_published() {
    Commit door = shop.count("door", 1);
    backlog.look();
    clock.advance(Duration.ofSeconds(5));
    number(door);

    assertThat(backlog.look()).isEqualTo(new OutboxState(1, 0, 1, Duration.ofSeconds(5)));
  }

  @Test
  void a_writer_whose_clock_is_ahead_makes_no_negative_age() {
    shop.count("door", 1);
    clock.advance(Duration.ofMinutes(-5));

    assertThat(backlog.look()).isEqualTo(new OutboxState(0, 0, 1, Duration.ZERO));
  }

  private void number(Commit commit) {
    Entry next = shop.log.head().next(commit);
    shop.log.append(List.of(next));
  }

  /** Begins when the commits are written. */
  private static final class MovingClock extends Clock {
    private Instant now = CounterFixtures.NOON;

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return CounterFixtures.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
