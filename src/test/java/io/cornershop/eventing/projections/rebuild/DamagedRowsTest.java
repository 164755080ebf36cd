package io.cornershop.eventing.projections.rebuild;

import static io.cornershop.eventing.projections.rebuild.Scene.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.DamagedRow;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.TripBoard;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.eventing.projections.versions.Comparison;
import io.cornershop.eventing.projections.versions.Difference;
import io.cornershop.eventing.projections.versions.Difference.Kind;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.projections.versions.MongoRowVersions;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that somebody has changed from outside, so that no build can read them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DamagedRowsTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final int TRIPS = 5;
  private static final StreamId T0 = new StreamId("Trip", "t0");

  private final Scene scene = new Scene();
  private MongoDatabase database;
  private MongoRowVersions rows;
  private ProjectionHandler<TripBoard> live;
  private RebuildNode node;

  @BeforeEach
  void someTrips() {
    database = MONGO.freshDatabase();
    rows = new MongoRowVersions(database);
    KnownVersions known =
        new KnownVersions(scene.registry, rows, Duration.ofNanos(-1), System::nanoTime);
    known.prepare(scene.projection);
    live = new ProjectionHandler<>(scene.updates(), known);
    node = scene.node("node-1", rows);
    for (int n = 0; n < TRIPS; n++) {
      scene
          .happen(new StreamId("Trip", "t" + n), new TripPlanned("t" + n, "Trip"))
          .forEach(live::handle);
    }
  }

  private MongoCollection<Document> documents(int version) {
    return database.getCollection(version == 1 ? VIEW : VIEW + "_v" + version);
  }

  private void set(String id, String field, Object value) {
    documents(1)
        .updateOne(new Document("_id", id), new Document("$set", new Document(field, value)));
  }

  private void rebuild(FlipWhen flip) {
    scene.operator.rebuild(VIEW, flip);
    node.look(Runnable::run);
  }

  private static Difference damaged(String id, String... fields) {
    return new Difference(id, Kind.DAMAGED, List.of(fields));
  }

  /** All that a tester has found. */
  private void damageTheLiveVersion() {
    set("t1", "_sources.0.sequence", 2);
    documents(1)
        .updateOne(new Document("_id", "t2"), new Document("$unset", new Document("_sources", "")));
    documents(1).insertOne(new Document("_id", "g2"));
    documents(1).insertOne(new Document("_id", new ObjectId("65f000000000000000000001")));
    documents(1).insertOne(new Document("_id", 7));
    set("t3", "seats", "many");
  }

  @Test
  void rows_of_the_live_version_that_cannot_be_read_are_differences() {
    damageTheLiveVersion();

    rebuild(FlipWhen.EQUAL);

    assertThat(scene.job().reason()).isEmpty();
    assertThat(scene.status()).isEqualTo(Status.WAITING);
    Comparison found = scene.job().comparison().orElseThrow();
    assertThat(found.rows()).isEqualTo(TRIPS);
    assertThat(found.differences()).isEqualTo(6);
    assertThat(found.examples())
        .containsExactlyInAnyOrder(
            damaged("t1", "_sources"),
            damaged("t2", "_sources"),
            damaged("g2", "_revision", "_sources"),
            damaged("ObjectId 65f000000000000000000001", "_id", "_revision", "_sources"),
            damaged("Integer 7", "_id", "_revision", "_sources"),
            new Difference("t3", Kind.VALUE, List.of("seats")));
  }

  @Test
  void a_rebuild_that_is_to_be_read_always_repairs_them() {
    damageTheLiveVersion();

    rebuild(FlipWhen.ALWAYS);

    assertThat(scene.status()).isEqualTo(Status.DONE);
    assertThat(scene.state().active().number()).isEqualTo(2);
    assertThat(documents(2).countDocuments()).isEqualTo(TRIPS);
    scene.happen(new StreamId("Trip", "t1"), new TripRenamed("t1", "After")).forEach(live::handle);
    assertThat(rows.rows(2).load(scene.projection, "t1").map(Row::value))
        .contains(new TripBoard("t1", Optional.of("After"), 0));
  }

  @Test
  void what_somebody_writes_into_the_version_that_is_built_is_a_difference() {
    scene.store.beforeScans(
        () -> documents(2).insertOne(new Document("_id", "t0")),
        () -> documents(2).insertOne(new Document("_id", 7)));

    rebuild(FlipWhen.EQUAL);

    assertThat(scene.job().reason()).isEmpty();
    assertThat(scene.status()).isEqualTo(Status.WAITING);
    Comparison found = scene.job().comparison().orElseThrow();
    assertThat(found.differences()).isEqualTo(2);
    assertThat(found.examples())
        .containsExactlyInAnyOrder(
            damaged("t0", "_revision", "_sources"),
            damaged("Integer 7", "_id", "_revision", "_sources"));
  }

  @Test
  void
      an_event_of_a_damaged_row_is_refused_with_a_sentence_and_reaches_the_version_that_is_built() {
    rebuild(FlipWhen.ASKED);
    set("t0", "_sources", "none");
    var renamed = scene.happen(T0, new TripRenamed("t0", "After"));

    assertThatThrownBy(() -> renamed.forEach(live::handle))
        .isInstanceOf(DamagedRow.class)
        .hasMessage("What is kept of trip_board t0 cannot be read; the view needs a rebuild");
    assertThatThrownBy(() -> live.handleAll(renamed)).isInstanceOf(DamagedRow.class);
    assertThat(rows.rows(2).load(scene.projection, "t0").map(Row::value))
        .contains(new TripBoard("t0", Optional.of("After"), 0));
  }
}
