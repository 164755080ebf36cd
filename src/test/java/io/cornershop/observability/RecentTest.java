package io.cornershop.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecentTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final Recent<Integer> recent = new Recent<>(Duration.ofSeconds(1), nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void asks_again_only_after_a_while() {
    assertThat(recent.get(asked::incrementAndGet)).isEqualTo(1);
    pass(Duration.ofMillis(999));
    assertThat(recent.get(asked::incrementAndGet)).isEqualTo(1);
    pass(Duration.ofMillis(1));
    assertThat(recent.get(asked::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void whoever_comes_while_somebody_asks_gets_the_answer_before() {
    recent.get(asked::incrementAndGet);
    pass(Duration.ofSeconds(2));
    CountDownLatch answer = new CountDownLatch(1);
    CountDownLatch asking = new CountDownLatch(1);
    CompletableFuture<Integer> slow =
        CompletableFuture.supplyAsync(() -> recent.get(() -> slowly(asking, answer)));
    Await.holds("somebody asks", () -> asking.getCount() == 0);

    assertThat(recent.get(asked::incrementAndGet)).isEqualTo(1);
    answer.countDown();
    assertThat(slow.join()).isEqualTo(2);
  }

  private int slowly(CountDownLatch asking, CountDownLatch answer) {
    asking.countDown();
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return asked.incrementAndGet();
  }
}
