package io.cornershop.eventing.consuming.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.steering.InMemoryWishes;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LastCommitTest {

  private final SimulatedPartition partition = new SimulatedPartition(new InMemoryWishes());

  @Test
  void is_made_after_the_rebalance_that_it_met() {
    partition.refusingCommits(2).holding(0, 3).run();
    partition.awaitFinished(List.of(0L, 1L, 2L));
    partition.close();
    assertThat(partition.committed()).isEqualTo(3);
  }

  @Test
  void is_given_up_when_the_rebalance_does_not_end() {
    partition.refusingCommits(Integer.MAX_VALUE).holding(0, 3).run();
    partition.awaitFinished(List.of(0L, 1L, 2L));
    partition.close();
    assertThat(partition.committed()).isEqualTo(-1);
  }
}
