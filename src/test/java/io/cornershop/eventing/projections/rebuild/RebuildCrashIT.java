package io.cornershop.eventing.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A rebuild while events are appended and the nodes that build are killed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RebuildCrashIT {

  private static final String VIEW = "counter_totals";
  private static final int COUNTERS = 40;
  private static final int BEFORE = 800;

  private final AtomicInteger commands = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void the_view_equals_the_fold_of_the_store_whichever_nodes_are_killed() throws Exception {
    try (TestDatabase database = TestDatabase.start();
        MongoClient client = MongoClients.create(database.uri())) {
      CounterViews views = new CounterViews(client.getDatabase(CounterViews.DATABASE));
      views.known.prepare(views.projection);
      Runnable command = writer(views);
      while (commands.get() < BEFORE) {
        command.run();
      }
      Thread writing = Thread.ofPlatform().start(() -> writeUntilOver(command));

      new Rebuilds(views.parts, List.of(views.projection), Clock.systemUTC())
          .rebuild(VIEW, FlipWhen.EQUAL);
      killOwners(views, database.uri());

      over.set(true);
      writing.join();
      assertEqualToTheFold(views);
    }
  }

  private Runnable writer(CounterViews views) {
    ProjectionHandler<CounterTotal> live = new ProjectionHandler<>(views.updates, views.known);
    CommandHandler handler = views.shop(live::handle);
    return () -> {
      int n = commands.getAndIncrement();
      handler.handle(
          new Count(new CounterId("counter-" + n % COUNTERS), 1), CounterFixtures.context("c" + n));
    };
  }

  private void writeUntilOver(Runnable command) {
    while (!over.get()) {
      command.run();
    }
  }

  private static void killOwners(CounterViews views, String mongo) {
    try (RebuildProcess a = RebuildProcess.start("a", mongo);
        RebuildProcess b = RebuildProcess.start("b", mongo)) {
      Map<String, RebuildProcess> nodes = Map.of("a", a, "b", b);
      RebuildJob building =
          await(views, job -> !job.owner().isEmpty() && job.progress().reached() >= BEFORE / 4);
      assertThat(building.phase()).isEqualTo(Phase.BUILDING);
      nodes.get(building.owner()).kill();
      RebuildJob handingOver =
          await(
              views,
              job -> job.phase() == Phase.HANDING_OVER && !job.owner().equals(building.owner()));
      assertThat(views.known.served(VIEW).load(views.projection, "counter-0")).isPresent();
      nodes.get(handingOver.owner()).kill();
      try (RebuildProcess c = RebuildProcess.start("c", mongo)) {
        RebuildJob done = await(views, job -> job.status() != Status.RUNNING);
        assertThat(done.status()).as(done.toString()).isEqualTo(Status.DONE);
        assertThat(c.process().isAlive()).isTrue();
      }
    }
  }

  private static RebuildJob await(CounterViews views, Predicate<RebuildJob> condition) {
    return Await.until(
        Duration.ofSeconds(90),
        () -> views.parts.registry().find(VIEW).orElseThrow().job().orElseThrow(),
        condition);
  }

  private void assertEqualToTheFold(CounterViews views) {
    assertThat(views.parts.log().head().number()).isEqualTo(commands.get());
    Set<String> expected = views.foldOfTheStore();
    assertThat(expected).hasSize(COUNTERS);
    assertThat(views.documents(2)).isEqualTo(expected);
    assertThat(views.documents(1)).isEqualTo(expected);
    assertThat(views.parts.registry().find(VIEW).orElseThrow().active().number()).isEqualTo(2);
    Rows read = views.known.served(VIEW);
    for (int n = 0; n < COUNTERS; n++) {
      String id = "counter-" + n;
      assertThat(read.load(views.projection, id).map(Row::value))
          .contains(views.countedInTheStore(id));
    }
  }
}
