package io.cornershop.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DependenciesTest {

  private final Questions questions = new Questions(Duration.ofSeconds(30));

  @AfterEach
  void close() {
    questions.close();
  }

  private static Probe up(String name) {
    return new Probe(name, true, () -> "pong");
  }

  private static Probe down(String name, boolean required) {
    return new Probe(
        name,
        required,
        () -> {
          throw new IOException("no answer");
        });
  }

  @Test
  void a_node_is_ready_when_all_answers() {
    assertThat(Dependencies.ask(questions, List.of(up("database"), up("kafka")), List.of()))
        .isEqualTo(new Dependencies(true, Map.of("database", "up", "kafka", "up")));
  }

  @Test
  void a_node_is_not_ready_without_what_it_requires() {
    assertThat(Dependencies.ask(questions, List.of(down("database", true), up("kafka")), List.of()))
        .isEqualTo(new Dependencies(false, Map.of("database", "down", "kafka", "up")));
  }

  @Test
  void what_is_not_required_is_shown_and_no_more() {
    assertThat(
            Dependencies.ask(questions, List.of(up("database"), down("kafka", false)), List.of()))
        .isEqualTo(new Dependencies(true, Map.of("database", "up", "kafka", "down")));
  }

  @Test
  void a_node_is_not_ready_while_something_is_in_the_way_and_says_what() {
    Obstacle clear = new Obstacle("carts", List::of);
    Obstacle stone = new Obstacle("sagas", () -> List.of("a stone", "another"));

    assertThat(Dependencies.ask(questions, List.of(up("database")), List.of(clear, stone)))
        .isEqualTo(
            new Dependencies(
                false, Map.of("database", "up", "carts", "up", "sagas", "a stone; another")));
  }

  @Test
  void who_hangs_is_down_and_is_not_asked_again_until_it_answers() throws InterruptedException {
    CountDownLatch answers = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Probe hanging =
        new Probe(
            "database",
            true,
            () -> {
              asked.incrementAndGet();
              answers.await();
              return "pong";
            });
    try (Questions impatient = new Questions(Duration.ofMillis(50))) {
      for (int time = 0; time < 3; time++) {
        assertThat(Dependencies.ask(impatient, List.of(hanging, up("kafka")), List.of()).ready())
            .isFalse();
      }
      assertThat(asked).hasValue(1);
      answers.countDown();

      Await.until(
          () -> Dependencies.ask(impatient, List.of(hanging), List.of()), Dependencies::ready);
    }
  }
}
