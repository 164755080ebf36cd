package io.cornershop.customers.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoEmailClaimsTest extends EmailClaimsContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  EmailClaims empty() {
    return new MongoEmailClaims(MONGO.freshDatabase());
  }

  @Test
  void a_claim_is_one_document_without_the_address() {
    MongoDatabase database = MONGO.freshDatabase();
    Instant until = Instant.parse("2026-03-08T12:00:30Z");

    new MongoEmailClaims(database)
        .claim(new EmailClaim("00ff", new CustomerId("ada"), new CommandId("c-1"), until));

    assertThat(database.getCollection("email_claims").find())
        .containsExactly(
            new Document("_id", "00ff")
                .append("customerId", "ada")
                .append("commandId", "c-1")
                .append("until", Date.from(until)));
  }
}
