package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AckWindowTest {

  private final AckWindow window = new AckWindow(4);

  @Test
  void begins_where_its_predecessor_ended() {
    assertThat(window.acknowledged()).isEqualTo(4);
  }

  @Test
  void a_commit_counts_when_all_its_records_are_acknowledged() {
    window.sent(5, 2, 100);

    window.acknowledge(5);
    assertThat(window.acknowledged()).isEqualTo(4);

    window.acknowledge(5);
    assertThat(window.acknowledged()).isEqualTo(5);
  }

  @Test
  void a_later_commit_waits_for_an_earlier_one() {
    window.sent(5, 1, 100);
    window.sent(6, 1, 50);

    window.acknowledge(6);
    assertThat(window.acknowledged()).isEqualTo(4);
    assertThat(window.bytes()).isEqualTo(150);

    window.acknowledge(5);
    assertThat(window.acknowledged()).isEqualTo(6);
    assertThat(window.bytes()).isZero();
    assertThat(window.commits()).isZero();
  }

  @Test
  void the_first_failure_stays() {
    Exception first = new IllegalStateException("first");

    assertThat(window.fail(first)).isTrue();
    assertThat(window.fail(new IllegalStateException("second"))).isFalse();
    assertThat(window.failure()).contains(first);
  }
}
