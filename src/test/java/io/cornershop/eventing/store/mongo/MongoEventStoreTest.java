package io.cornershop.eventing.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.store.AppendResult.Appended;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.EventStoreContract;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.testing.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoEventStoreTest extends EventStoreContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  protected EventStore emptyStore() {
    return emptyStore(LIMITS);
  }

  private static EventStore emptyStore(StoreLimits limits) {
    MongoDatabase database = MONGO.freshDatabase();
    StoreSetup setup = new StoreSetup(database, true);
    return new MongoEventStore(database, setup, limits, CommitFixtures.CLOCK, commit -> {});
  }

  @Test
  void a_scan_holds_no_more_large_commits_than_fit_into_memory_and_passes_over_none() {
    EventStore store = emptyStore(StoreLimits.USUAL);
    String data = "{\"text\":\"" + "x".repeat(800_000) + "\"}";
    List<String> ids = new ArrayList<>();
    StreamHead head = CommitFixtures.NO_DOOR;
    for (int i = 0; i < 12; i++) {
      NewCommit wanted = CommitFixtures.commitWith(head, "c" + i, data);
      head = ((Appended) store.append(wanted)).commit().head();
      ids.add(head.commitId());
    }

    List<String> first = List.copyOf(store.scan("Counter", "", 100).keySet());
    List<String> rest = List.copyOf(store.scan("Counter", first.getLast(), 100).keySet());

    assertThat(first).isEqualTo(ids.subList(0, 11));
    assertThat(rest).isEqualTo(ids.subList(11, 12));
  }
}
