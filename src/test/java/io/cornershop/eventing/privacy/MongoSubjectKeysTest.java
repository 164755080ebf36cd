package io.cornershop.eventing.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.testing.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSubjectKeysTest extends SubjectKeysContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  SubjectKeys empty() {
    return new MongoSubjectKeys(MONGO.freshDatabase());
  }

  @Test
  void a_destroyed_key_leaves_nothing_but_the_name() {
    MongoDatabase database = MONGO.freshDatabase();
    SubjectKeys keys = new MongoSubjectKeys(database);
    keys.add("ada", "one");
    keys.destroy("ada");

    assertThat(database.getCollection("subject_keys").find())
        .containsExactly(new Document("_id", "ada"));
  }
}
