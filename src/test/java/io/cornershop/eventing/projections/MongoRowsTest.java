package io.cornershop.eventing.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.Unavailable;
import io.cornershop.kernel.ViewDamaged;
import io.cornershop.testing.EmbeddedMongo;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoRowsTest extends RowsContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private final TripBoardProjection projection = new TripBoardProjection();

  @Override
  Rows emptyRows() {
    return new MongoRows(MONGO.freshDatabase());
  }

  @Test
  void a_row_lies_beside_its_guards_in_one_document() {
    MongoDatabase database = MONGO.freshDatabase();
    TripBoard board = new TripBoard("trip-1", Optional.empty(), 2);
    Sources sources = Sources.NONE.with(Trips.TRIP, 3, "epoch");

    new MongoRows(database).save(projection, new Row<>("trip-1", board, sources, 1));

    assertThat(database.getCollection("trip_board").find().first())
        .isEqualTo(
            new Document("_id", "trip-1")
                .append("seats", 2)
                .append(
                    "_sources",
                    List.of(
                        new Document("type", "Trip")
                            .append("id", "trip-1")
                            .append("sequence", 3L)
                            .append("epoch", "epoch")))
                .append("_revision", 1L));
  }

  @Test
  void preparing_makes_the_indexes_of_a_view() {
    MongoDatabase database = MONGO.freshDatabase();

    new MongoRows(database).prepare(projection);

    assertThat(database.getCollection("trip_board").listIndexes())
        .extracting(index -> index.get("key"))
        .containsExactlyInAnyOrder(
            new Document("_id", 1), new Document("title", 1).append("seats", 1));
  }

  @Test
  void each_version_of_a_view_lies_in_a_collection_of_its_own() {
    MongoDatabase database = MONGO.freshDatabase();
    TripBoard board = new TripBoard("trip-1", Optional.empty(), 2);

    new MongoRows(database, 2).save(projection, new Row<>("trip-1", board, Sources.NONE, 1));

    assertThat(new MongoRows(database).load(projection, "trip-1")).isEmpty();
    assertThat(database.getCollection("trip_board_v2").countDocuments()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{seats: null}", "{seats: 'many'}", "{_sources: 7}", "{_revision: 'x'}"})
  void a_row_that_no_build_has_written_is_damaged_and_no_outage(String change) {
    MongoDatabase database = MONGO.freshDatabase();
    MongoRows rows = new MongoRows(database);
    TripBoard board = new TripBoard("trip-1", Optional.empty(), 2);
    rows.save(projection, new Row<>("trip-1", board, Sources.NONE, 1));
    database
        .getCollection("trip_board")
        .updateOne(new Document("_id", "trip-1"), new Document("$set", Document.parse(change)));

    assertThatThrownBy(() -> rows.load(projection, "trip-1"))
        .isInstanceOf(ViewDamaged.class)
        .hasMessage("What is kept of trip_board trip-1 cannot be read; the view needs a rebuild");
    assertThat(rows.loadAll(projection, List.of("trip-1"))).isEmpty();
  }

  @Test
  void a_database_that_does_not_answer_is_unavailable() {
    String nobody = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50";
    try (var client = MongoClients.create(nobody)) {
      MongoRows rows = new MongoRows(client.getDatabase("nothing"));

      assertThatThrownBy(() -> rows.load(projection, "trip-1")).isInstanceOf(Unavailable.class);
    }
  }
}
