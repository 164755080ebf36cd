package io.cornershop.eventing.projections.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoViewRegistryTest extends ViewRegistryContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  ViewRegistry emptyRegistry() {
    return new MongoViewRegistry(MONGO.freshDatabase());
  }

  @Test
  void what_an_earlier_build_has_noted_becomes_the_first_version_of_the_first_fold() {
    MongoDatabase database = MONGO.freshDatabase();
    database
        .getCollection("projections")
        .insertOne(new Document("_id", "trips").append("version", 1));
    ViewRegistry registry = new MongoViewRegistry(database);

    assertThat(registry.all()).isEmpty();
    assertThat(registry.ensure("trips", 3)).isEqualTo(ViewState.first("trips", 1));
    assertThat(registry.all()).containsExactly(ViewState.first("trips", 1));
  }

  @Test
  void a_database_that_does_not_answer_is_unavailable() {
    String nobody = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50";
    try (var client = MongoClients.create(nobody)) {
      ViewRegistry registry = new MongoViewRegistry(client.getDatabase("nothing"));

      assertThatThrownBy(registry::all).isInstanceOf(Unavailable.class);
    }
  }
}
