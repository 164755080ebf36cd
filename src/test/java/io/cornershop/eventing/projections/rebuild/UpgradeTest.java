package io.cornershop.eventing.projections.rebuild;

import static io.cornershop.eventing.projections.rebuild.CounterViews.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.versions.Version;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node of an older build and one of a newer build on one database, while the newer rebuilds. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UpgradeTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final RebuildSettings QUICK =
      new RebuildSettings(Duration.ZERO, 3, Duration.ZERO, 4, 3);

  /** The newer build counts downwards. */
  private static final class NewFold extends CounterTotalProjection {
    @Override
    public int version() {
      return 2;
    }

    @Override
    public CounterTotal apply(
        Optional<CounterTotal> row, DomainEvent event, EventEnvelope envelope) {
      CounterTotal made = super.apply(row, event, envelope);
      return new CounterTotal(made.counterId(), -made.total(), made.events());
    }
  }

  private final List<EventEnvelope> waiting = new ArrayList<>();
  private CounterViews older;
  private CounterViews newer;
  private int commands;

  @BeforeEach
  void start() {
    MongoDatabase database = MONGO.freshDatabase();
    older = new CounterViews(database);
    newer = new CounterViews(database, new NewFold());
    older.known.prepare(older.projection);
    count(older, 12);
  }

  private void count(CounterViews node, int times) {
    ProjectionHandler<CounterTotal> consumer = new ProjectionHandler<>(node.updates, node.known);
    CommandHandler shop = node.shop(event -> handle(consumer, event));
    node.known.refresh();
    for (int n = 0; n < times; n++) {
      CounterId id = new CounterId("counter-" + commands % 3);
      shop.handle(new Count(id, 1), CounterFixtures.context("c" + commands++));
    }
  }

  /** What an older node cannot handle waits for the newer one. */
  private void handle(ProjectionHandler<CounterTotal> consumer, EventEnvelope event) {
    try {
      consumer.handle(event);
    } catch (UnreadableEvent e) {
      assertThat(e.newerThanThisBuild()).isTrue();
      waiting.add(event);
    }
  }

  private static Optional<CounterTotal> read(CounterViews node) {
    node.known.refresh();
    return node.known.served(VIEW).load(node.projection, "counter-0").map(Row::value);
  }

  /** The newer node starts and takes the job, which goes on when this is run. */
  private Runnable beginRebuild() {
    newer.known.prepare(newer.projection, true);
    Rebuilds operator = new Rebuilds(newer.parts, List.of(newer.projection), Clock.systemUTC());
    assertThat(operator.rebuildOutdated()).containsExactly(VIEW);
    AtomicReference<Runnable> job = new AtomicReference<>();
    newer.node("newer", QUICK).look(job::set);
    return job.get();
  }

  @Test
  void the_older_node_serves_its_rows_until_the_flip_and_the_newer_one_from_then_on() {
    Runnable job = beginRebuild();

    assertThat(read(older)).contains(new CounterTotal("counter-0", 4, 4));
    assertThatThrownBy(() -> read(newer))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The read model counter_totals is being rebuilt");

    job.run();

    assertThat(read(newer)).contains(new CounterTotal("counter-0", -4, 4));
    assertThatThrownBy(() -> read(older))
        .isInstanceOf(Unavailable.class)
        .hasMessage(
            "The read model counter_totals was made by a newer build than that of this node");
    assertThat(newer.parts.registry().find(VIEW).orElseThrow().active())
        .isEqualTo(new Version(2, 2));
  }

  @Test
  void neither_build_writes_rows_of_the_other_and_no_event_is_lost_between_them() {
    Runnable job = beginRebuild();
    Set<String> ofTheOlder = older.documents(1);

    count(newer, 6);
    assertThat(older.documents(1)).isEqualTo(ofTheOlder);
    count(older, 6);
    assertThat(older.documents(1)).isEqualTo(older.foldOfTheStore());
    job.run();
    Set<String> flipped = newer.documents(2);
    assertThat(flipped).isEqualTo(newer.foldOfTheStore());

    count(older, 3);
    assertThat(newer.documents(2)).isEqualTo(flipped);
    assertThat(waiting).hasSize(3);
    ProjectionHandler<CounterTotal> live = new ProjectionHandler<>(newer.updates, newer.known);
    waiting.forEach(live::handle);
    assertThat(newer.documents(2)).isEqualTo(newer.foldOfTheStore());
  }
}
