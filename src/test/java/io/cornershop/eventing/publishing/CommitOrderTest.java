package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.publishing.CommitOrder.Arranged;
import io.cornershop.eventing.publishing.RelaySignal.WakeUp;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitOrderTest {

  private final CounterShop shop = new CounterShop("counters");
  private final CommitOrder order =
      new CommitOrder(shop.store, new NumberedIds(shop.log), "Counter"::equals);

  @Test
  void different_aggregates_keep_the_order_of_arrival() {
    Commit door = shop.count("door", 1);
    Commit gate = shop.count("gate", 2);
    Commit doorAgain = shop.count("door", 1);

    assertThat(arrange(door, gate, doorAgain)).isEqualTo(ready(door, gate, doorAgain));
  }

  @Test
  void commits_that_arrive_in_reverse_come_in_the_order_of_their_stream() {
    Commit first = shop.count("door", 1);
    Commit second = shop.count("door", 2);
    Commit third = shop.count("door", 1);

    assertThat(arrange(third, second, first)).isEqualTo(ready(first, second, third));
  }

  @Test
  void missing_predecessors_are_fetched() {
    Commit first = shop.count("door", 1);
    Commit second = shop.count("door", 1);
    Commit third = shop.count("door", 1);

    assertThat(arrange(third)).isEqualTo(ready(first, second, third));
  }

  @Test
  void an_id_alone_is_enough() {
    Commit first = shop.count("door", 1);
    Commit second = shop.count("door", 1);

    assertThat(order.arrange(List.of(idOf(second)))).isEqualTo(ready(first, second));
  }

  @Test
  void a_commit_that_arrives_twice_comes_once() {
    Commit first = shop.count("door", 1);

    assertThat(order.arrange(List.of(wakeUp(first), idOf(first), wakeUp(first))))
        .isEqualTo(ready(first));
  }

  @Test
  void a_commit_that_has_its_number_is_settled() {
    Commit first = shop.count("door", 1);
    Commit second = shop.count("door", 1);
    shop.log.append(List.of(Entry.NONE.next(first)));

    assertThat(order.arrange(List.of(idOf(first), wakeUp(second))))
        .isEqualTo(new Arranged(List.of(second), Set.of(first.id())));
  }

  @Test
  void a_commit_that_was_appended_just_now_is_not_looked_up() {
    Commit first = shop.count("door", 1);
    shop.log.append(List.of(Entry.NONE.next(first)));

    assertThat(arrange(first)).isEqualTo(ready(first));
  }

  @Test
  void an_id_that_nobody_knows_changes_nothing() {
    assertThat(order.arrange(List.of(new WakeUp("Counter/none/000000000001", Optional.empty()))))
        .isEqualTo(ready());
  }

  @Test
  void a_stream_that_cannot_be_published_holds_only_itself() {
    Commit door = shop.count("door", 1);
    CommitOrder strict =
        new CommitOrder(shop.store, new NumberedIds(shop.log), type -> !type.equals("Counter"));

    assertThat(strict.arrange(List.of(wakeUp(door)))).isEqualTo(ready());
  }

  @Test
  void a_stream_with_a_missing_commit_holds_only_itself() {
    shop.count("door", 1);
    Commit orphan = shop.count("door", 1);
    CounterShop damaged = new CounterShop("counters");
    Commit gate = damaged.count("gate", 1);
    CommitOrder onDamaged =
        new CommitOrder(damaged.store, new NumberedIds(damaged.log), "Counter"::equals);

    assertThat(onDamaged.arrange(List.of(wakeUp(orphan), wakeUp(gate)))).isEqualTo(ready(gate));
  }

  private Arranged arrange(Commit... arriving) {
    return order.arrange(Arrays.stream(arriving).map(CommitOrderTest::wakeUp).toList());
  }

  private static Arranged ready(Commit... commits) {
    return new Arranged(List.of(commits), Set.of());
  }

  private static WakeUp wakeUp(Commit commit) {
    return new WakeUp(commit.id(), Optional.of(commit));
  }

  private static WakeUp idOf(Commit commit) {
    return new WakeUp(commit.id(), Optional.empty());
  }
}
