package io.cornershop.eventing.consuming.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BulkLaneTest {

  /** An item is its key and a number. */
  private record Item(String key, int number) {}

  /** Runs nothing by itself: the test says when the batches run and when an item settles. */
  private final class ByHand implements BulkLane.Work<Item> {
    @Override
    public Object keyOf(Item item) {
      return item.key();
    }

    @Override
    public boolean joins(Item item) {
      return !lonely.contains(item);
    }

    @Override
    public void begin(Runnable batches) {
      begun.add(batches);
    }

    @Override
    public boolean together(List<Item> items) {
      batches.add(items);
      boolean works = items.stream().noneMatch(poison::contains);
      during.run();
      return works;
    }

    @Override
    public void alone(Item item, Runnable settled) {
      alone.add(item);
      open.add(settled);
    }
  }

  private static final int LARGEST = 3;

  private final List<Runnable> begun = new ArrayList<>();
  private final List<List<Item>> batches = new ArrayList<>();
  private final List<Item> alone = new ArrayList<>();
  private final List<Runnable> open = new ArrayList<>();
  private final Set<Item> poison = new HashSet<>();
  private final Set<Item> lonely = new HashSet<>();
  private Runnable during = () -> {};
  private final BulkLane<Item> lane = new BulkLane<>(new ByHand(), LARGEST);

  @Test
  void does_together_what_waits_at_the_same_moment() {
    submit("a1", "b1", "a2");
    run();
    assertThat(batches).isEqualTo(List.of(items("a1", "b1", "a2")));
    assertThat(alone).isEmpty();
  }

  @Test
  void begins_once_for_all_that_wait_and_again_when_all_was_done() {
    submit("a1", "b1");
    assertThat(begun).hasSize(1);
    run();
    submit("a2");
    assertThat(begun).hasSize(1);
    run();
    assertThat(batches).isEqualTo(List.of(items("a1", "b1"), items("a2")));
  }

  @Test
  void makes_no_batch_larger_than_allowed() {
    submit("a1", "b1", "c1", "d1");
    run();
    assertThat(batches).isEqualTo(List.of(items("a1", "b1", "c1"), items("d1")));
  }

  @Test
  void makes_the_next_batch_of_what_came_while_one_ran() {
    submit("a1");
    during =
        () -> {
          during = () -> {};
          submit("a2", "b1");
        };
    run();
    assertThat(batches).isEqualTo(List.of(items("a1"), items("a2", "b1")));
  }

  @Test
  void takes_a_batch_apart_that_failed() {
    poison.add(item("b1"));
    submit("a1", "b1", "a2");
    run();
    assertThat(alone).isEqualTo(items("a1", "b1", "a2"));
  }

  @Test
  void keeps_a_key_alone_until_its_last_item_has_settled() {
    poison.add(item("b1"));
    submit("a1", "b1");
    run();
    settle(0);
    submit("b2", "a2");
    run();
    assertThat(batches).isEqualTo(List.of(items("a1", "b1"), items("a2")));
    assertThat(alone).isEqualTo(items("a1", "b1", "b2"));
    settle(1);
    submit("b3");
    run();
    assertThat(alone).isEqualTo(items("a1", "b1", "b2", "b3"));
    settle(2);
    settle(3);
    submit("b4");
    run();
    assertThat(batches.getLast()).isEqualTo(items("b4"));
  }

  @Test
  void lets_an_item_that_must_go_alone_not_overtake_its_key() {
    lonely.add(item("a2"));
    submit("a1", "a2", "b1");
    during =
        () -> {
          during = () -> {};
          assertThat(alone).isEmpty();
        };
    run();
    assertThat(batches).isEqualTo(List.of(items("a1"), items("b1")));
    assertThat(alone).isEqualTo(items("a2"));
  }

  private void run() {
    List<Runnable> now = List.copyOf(begun);
    begun.clear();
    now.forEach(Runnable::run);
  }

  private void settle(int index) {
    open.get(index).run();
  }

  private void submit(String... names) {
    items(names).forEach(lane::submit);
  }

  private static List<Item> items(String... names) {
    return List.of(names).stream().map(BulkLaneTest::item).toList();
  }

  private static Item item(String name) {
    return new Item(name.substring(0, 1), Integer.parseInt(name.substring(1)));
  }
}
