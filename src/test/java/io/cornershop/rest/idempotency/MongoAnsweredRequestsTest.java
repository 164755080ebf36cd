package io.cornershop.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import io.cornershop.kernel.Unavailable;
import io.cornershop.launcher.mongo.DurableBackend;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoAnsweredRequestsTest extends AnsweredRequestsContract {

  private final MongoServer server = new MongoServer(DurableBackend.inMemory());
  private final MongoClient client = client(server.bind());
  private final MongoDatabase database = client.getDatabase("test");

  @Override
  AnsweredRequests at(Clock clock) {
    return new MongoAnsweredRequests(database, clock);
  }

  @AfterEach
  void stop() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void a_database_that_is_gone_is_unavailable() {
    AnsweredRequests requests = new MongoAnsweredRequests(database, Clock.systemUTC());
    server.shutdownNow();

    assertThatThrownBy(() -> requests.claim("k", "body")).isInstanceOf(Unavailable.class);
  }

  private static MongoClient client(InetSocketAddress address) {
    String uri = "mongodb://" + address.getHostString() + ":" + address.getPort();
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .applyToClusterSettings(c -> c.serverSelectionTimeout(1, TimeUnit.SECONDS))
            .build());
  }
}
