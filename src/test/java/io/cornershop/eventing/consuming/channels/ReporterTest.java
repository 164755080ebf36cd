package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.reports.InMemoryNodeReports;
import io.cornershop.eventing.consuming.reports.NodeReport;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReporterTest {

  private static final Instant NOW = CounterFixtures.CLOCK.instant();

  private final InMemoryNodeReports reports = new InMemoryNodeReports();
  private final List<ConsumerStatus> channels =
      List.of(status("processes", State.INACTIVE), status("projections", State.RUNNING));
  private final Reporter reporter =
      new Reporter(reports, "a", CounterFixtures.CLOCK, () -> channels);

  @Test
  void tells_of_the_channels_that_this_node_has_until_it_stops() throws InterruptedException {
    Thread thread = Thread.ofVirtual().start(reporter::run);
    Await.holds("it has told", () -> !reports.of("projections").isEmpty());
    List<NodeReport> told = reports.of("projections");
    reporter.stop();
    thread.join(Duration.ofMinutes(1));
    assertThat(told).isEqualTo(List.of(new NodeReport("a", NOW, channels.getLast())));
    assertThat(reports.of("projections")).isEmpty();
    assertThat(reports.of("processes")).isEmpty();
  }

  @Test
  void forgets_nodes_that_are_silent_for_an_hour() throws InterruptedException {
    reports.publish(new NodeReport("gone", NOW.minus(Duration.ofMinutes(61)), channels.getLast()));
    reporter.stop();
    reporter.run();
    assertThat(reporter.dead()).isEmpty();
    assertThat(reports.of("projections")).isEmpty();
  }

  @Test
  void is_dead_when_its_thread_ends_before_it_is_stopped() throws InterruptedException {
    Thread thread = Thread.ofVirtual().start(reporter::run);
    thread.interrupt();
    thread.join(Duration.ofMinutes(1));
    assertThat(reporter.dead()).contains("the thread that reports has ended");
  }

  private static ConsumerStatus status(String channel, State state) {
    return new ConsumerStatus(
        channel, "group", state, List.of(), 0, List.of(), List.of(), 0, 0, 0, Optional.empty());
  }
}
