package io.cornershop.eventing.projections.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.TripBoardProjection;
import io.cornershop.testing.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRowVersionsTest extends RowVersionsContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private MongoDatabase database;

  @Override
  RowVersions emptyVersions() {
    database = MONGO.freshDatabase();
    return new MongoRowVersions(database);
  }

  @Override
  void damage(RowVersions versions, int version, String id) {
    database.getCollection("trip_board").insertOne(row(id, 1L).append("_sources", "none"));
  }

  private static Document row(Object id, Object revision) {
    return new Document("_id", id).append("_revision", revision);
  }

  private static Document mark(Object sequence) {
    return new Document("type", "Trip")
        .append("id", "t1")
        .append("sequence", sequence)
        .append("epoch", "life");
  }

  @Test
  void whatever_lies_in_the_collection_of_a_view_is_shown() {
    List<Document> sound = List.of(mark(1L));
    database
        .getCollection("trip_board")
        .insertMany(
            List.of(
                new Document("_id", "bare"),
                row("narrow", 1L).append("_sources", List.of(mark(1))),
                row("texts", 1L).append("_sources", List.of("Trip/t1")),
                row("narrow revision", 1).append("_sources", sound),
                row(7, 1L).append("_sources", sound),
                row(new ObjectId("65f000000000000000000001"), 1L).append("_sources", sound)));
    List<RowImage> shown = new ArrayList<>();

    new MongoRowVersions(database).scan(new TripBoardProjection(), 1, 10, shown::addAll);

    assertThat(shown)
        .containsExactlyInAnyOrder(
            damaged("bare", "_sources", "_revision"),
            damaged("narrow", "_sources"),
            damaged("texts", "_sources"),
            damaged("narrow revision", "_revision"),
            damaged("Integer 7", "_id"),
            damaged("ObjectId 65f000000000000000000001", "_id"));
  }

  private static RowImage damaged(String id, String... fields) {
    return new RowImage(id, Sources.NONE, Map.of(), List.of(fields));
  }
}
