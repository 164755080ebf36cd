package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.CommitFixtures.commit;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult.Appended;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.testing.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The store on a server that finds no mark by an index. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnnumberedCommitsTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private final MongoDatabase database = MONGO.freshDatabase();
  private final StoreSetup setup = new StoreSetup(database, false);
  private final EventStore store =
      new MongoEventStore(database, setup, StoreLimits.USUAL, CommitFixtures.CLOCK, commit -> {});
  private final PositionLog log = new MongoPositionLog(database, setup);

  private List<Commit> append(int count) {
    List<Commit> appended = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StreamHead head = StreamHead.empty(new StreamId("Counter", "c" + i));
      appended.add(((Appended) store.append(commit(head, "key-" + i))).commit());
    }
    return appended;
  }

  private void number(List<Commit> commits) {
    Entry last = log.head();
    List<Entry> entries = new ArrayList<>();
    for (Commit commit : commits) {
      last = last.next(commit);
      entries.add(last);
    }
    assertThat(log.append(entries)).isTrue();
  }

  @Test
  void what_has_no_number_is_found_among_what_has_one() {
    List<Commit> all = append(2_500);
    List<Commit> numbered = new ArrayList<>(all);
    numbered.removeAll(List.of(all.get(3), all.get(1_200), all.get(2_499)));
    number(numbered);

    assertThat(store.findPending(10))
        .containsExactlyInAnyOrder(all.get(3).id(), all.get(1_200).id(), all.get(2_499).id());
    assertThat(store.findPending(2)).hasSize(2);
  }

  @Test
  void nothing_is_found_when_all_have_numbers() {
    number(append(3));

    assertThat(store.findPending(10)).isEmpty();
  }

  @Test
  void no_mark_is_made_and_none_is_taken_away() {
    Commit only = append(1).getFirst();
    store.unmarkPending(List.of(only.id()));

    assertThat(store.marksPending()).isFalse();
    assertThat(database.getCollection("commits").find().first().keySet()).doesNotContain("pending");
    assertThat(store.findPending(10)).containsExactly(only.id());
    assertThat(database.getCollection("commits").countDocuments(new Document())).isEqualTo(1);
  }
}
