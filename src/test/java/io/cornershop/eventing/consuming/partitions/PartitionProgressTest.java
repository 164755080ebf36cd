package io.cornershop.eventing.consuming.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartitionProgressTest {

  private final PartitionProgress partition = new PartitionProgress();

  @Test
  void does_not_leave_while_something_held_is_tried() throws InterruptedException {
    boolean entered = partition.enter();
    partition.leave();
    boolean before = partition.awaitSettled(Duration.ZERO);
    partition.exit();
    assertThat(entered).isTrue();
    assertThat(before).isFalse();
    assertThat(partition.awaitSettled(Duration.ZERO)).isTrue();
  }

  @Test
  void lets_nothing_begin_once_it_is_about_to_leave() throws InterruptedException {
    partition.leave();
    assertThat(partition.enter()).isFalse();
    assertThat(partition.awaitSettled(Duration.ZERO)).isTrue();
  }

  @Test
  void leaves_when_nobody_works_on_what_is_unfinished() throws InterruptedException {
    partition.delivered(0);
    partition.delivered(1);
    partition.leave();
    partition.finished(0);
    boolean before = partition.awaitSettled(Duration.ZERO);
    partition.dropped(1);
    assertThat(before).isFalse();
    assertThat(partition.awaitSettled(Duration.ZERO)).isTrue();
  }
}
