package io.cornershop.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GaugeReaderTest {

  private static final Duration QUICK = Duration.ofMillis(1);
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private final TestMeters scene = TestMeters.usual();

  private static GaugeSource pending(Supplier<Double> pending) {
    return new GaugeSource(
        "the outbox",
        Set.of(Metric.OUTBOX_PENDING),
        () -> List.of(GaugeReading.of(Metric.OUTBOX_PENDING, pending.get())));
  }

  private GaugeReader reader(GaugeSource... sources) {
    return new GaugeReader(
        scene.meters, List.of(sources), QUICK, Thread.ofPlatform().daemon(true).factory());
  }

  private Map<String, Double> shown() {
    return scene.all();
  }

  @Test
  void what_does_not_answer_is_no_number_until_it_does_again() {
    AtomicInteger asked = new AtomicInteger();
    GaugeSource source =
        pending(
            () -> {
              if (asked.incrementAndGet() == 2) {
                throw new Unavailable("away", Duration.ZERO, null);
              }
              return 3.0;
            });
    GaugeReader reader = reader(source);

    reader.read(source);
    assertThat(shown()).isEqualTo(Map.of("outbox_pending{}", 3.0));
    assertThat(reader.read(source)).isFalse();
    assertThat(shown()).isEqualTo(Map.of("outbox_pending{}", Double.NaN));
    assertThat(reader.read(source)).isTrue();
    assertThat(shown()).isEqualTo(Map.of("outbox_pending{}", 3.0));
  }

  @Test
  void every_question_has_a_deadline() {
    double[] left = {-1};
    GaugeSource source =
        pending(() -> left[0] = Deadline.current().orElseThrow().left().toMillis());

    reader(source).read(source);

    assertThat(left[0]).isBetween(0.0, 2_000.0);
  }

  @Test
  void a_source_with_a_bug_and_one_that_hangs_keep_no_other_from_being_read() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    GaugeSource broken =
        new GaugeSource(
            "broken",
            Set.of(Metric.EVENT_STORE_SIZE),
            () -> {
              throw new IllegalStateException("a bug");
            });
    GaugeSource hanging =
        new GaugeSource(
            "hanging",
            Set.of(Metric.DEAD_LETTERS),
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return List.of();
            });
    try (GaugeReader reader =
        reader(hanging, broken, pending(() -> (double) asked.incrementAndGet()))) {
      reader.start();

      Await.holds("it is read again and again", () -> asked.get() > 3);
    }
  }

  @Test
  void a_reading_that_takes_long_is_taken_less_often_unless_it_only_waits() {
    GaugeSource dear = pending(() -> 1.0);
    GaugeSource cheap = new GaugeSource("cheap", dear.metrics(), dear.readings(), true);
    GaugeReader reader = reader(dear, cheap);

    assertThat(reader.pauseAfter(dear, Duration.ofNanos(20_000), true)).isEqualTo(QUICK);
    assertThat(reader.pauseAfter(dear, TWO_SECONDS, true)).isEqualTo(Duration.ofSeconds(40));
    assertThat(reader.pauseAfter(cheap, TWO_SECONDS, true)).isEqualTo(QUICK);
  }

  @Test
  void what_has_not_answered_is_soon_asked_again() {
    GaugeSource dear = pending(() -> 1.0);
    GaugeReader reader = reader(dear);

    assertThat(reader.pauseAfter(dear, Duration.ofNanos(20_000), false)).isEqualTo(QUICK);
    assertThat(reader.pauseAfter(dear, TWO_SECONDS, false)).isEqualTo(Duration.ofSeconds(10));
  }
}
