package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.CommitFixtures.NOON;
import static io.cornershop.eventing.store.CommitFixtures.commit;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.MongoCollection;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.mongo.GroupCommit.Encoded;
import io.cornershop.testing.EmbeddedMongo;
import io.cornershop.testing.WaitingCaller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupCommitTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger sent = new AtomicInteger();
  private StoreCollections collections;
  private GroupCommit group;

  @BeforeEach
  void openAnEmptyStore() {
    collections = new StoreCollections(MONGO.freshDatabase());
    StoreIndex.unique(StoreCollections.COMMITS, CommitDocuments.COMMAND_IDS).require(collections);
    group = new GroupCommit(this::commitsOnceTheGateIsOpen, PATIENCE);
  }

  private MongoCollection<RawBsonDocument> commitsOnceTheGateIsOpen() {
    sent.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted before the gate", e);
    }
    return collections.encodedCommits();
  }

  private static Encoded first(String stream, String key) {
    StreamHead head = StreamHead.empty(new StreamId("Counter", stream));
    Commit commit = commit(head, key).toCommit(NOON, "epoch-1");
    return new Encoded(commit, CommitDocuments.write(commit, true));
  }

  /** The answers to commits that came one after the other while the first was on its way. */
  private List<String> answersTo(Encoded... commits) {
    List<WaitingCaller<String>> callers = new ArrayList<>();
    for (Encoded commit : commits) {
      callers.add(WaitingCaller.of(() -> inWords(group.insert(commit))));
    }
    gate.countDown();
    return callers.stream().map(WaitingCaller::answer).toList();
  }

  private static String inWords(Optional<RuntimeException> failure) {
    return failure
        .map(f -> DriverAnswers.isDuplicateKey(f) ? "duplicate" : "uncertain")
        .orElse("durable");
  }

  private List<String> stored() {
    return collections
        .commits()
        .find()
        .sort(new Document("_id", 1))
        .into(new ArrayList<>())
        .stream()
        .map(document -> document.getString("_id"))
        .toList();
  }

  private static List<String> firstCommitsOf(String... streams) {
    return Stream.of(streams).map(s -> "Counter/" + s + "/000000000001").toList();
  }

  @Test
  void what_gathers_while_one_is_on_its_way_goes_together() {
    assertThat(answersTo(first("a", "1"), first("b", "2"), first("c", "3"), first("d", "4")))
        .containsOnly("durable");
    assertThat(sent).hasValue(2);
    assertThat(stored()).isEqualTo(firstCommitsOf("a", "b", "c", "d"));
  }

  @Test
  void each_has_its_own_answer() {
    assertThat(
            answersTo(
                first("a", "1"),
                first("a", "2"),
                first("b", "3"),
                first("c", "1"),
                first("d", "4"),
                first("e", "4"),
                first("f", "5")))
        .containsExactly(
            "durable", "duplicate", "durable", "duplicate", "durable", "duplicate", "durable");
    assertThat(sent).hasValue(2);
    assertThat(stored()).isEqualTo(firstCommitsOf("a", "b", "d", "f"));
  }

  @Test
  void of_two_on_one_stream_the_second_goes_after_the_first() {
    assertThat(answersTo(first("a", "1"), first("b", "2"), first("b", "3"), first("c", "4")))
        .containsExactly("durable", "durable", "duplicate", "durable");
    assertThat(sent).hasValue(3);
    assertThat(stored()).isEqualTo(firstCommitsOf("a", "b", "c"));
  }

  @Test
  void when_the_sender_is_interrupted_the_others_only_hear_that_nothing_is_certain() {
    GroupCommit interrupted =
        new GroupCommit(
            () -> {
              if (sent.get() == 1) {
                throw new MongoInterruptedException("interrupted", new InterruptedException());
              }
              return commitsOnceTheGateIsOpen();
            },
            PATIENCE);
    List<WaitingCaller<String>> callers = new ArrayList<>();
    for (String stream : List.of("a", "b", "c")) {
      Encoded commit = first(stream, stream);
      callers.add(
          WaitingCaller.of(
              () -> {
                String answer = inWords(interrupted.insert(commit));
                return answer + (Thread.currentThread().isInterrupted() ? ", interrupted" : "");
              }));
    }
    gate.countDown();

    assertThat(callers.stream().map(WaitingCaller::answer))
        .containsExactly("durable", "uncertain, interrupted", "uncertain");
  }

  @Test
  void what_the_majority_did_not_confirm_is_uncertain_and_what_collided_is_not() {
    BulkWriteError collision = new BulkWriteError(11000, "E11000", new BsonDocument(), 1);
    WriteConcernError late = new WriteConcernError(64, "", "timed out", new BsonDocument());
    MongoBulkWriteException both =
        new MongoBulkWriteException(
            BulkWriteResult.unacknowledged(),
            List.of(collision),
            late,
            new ServerAddress(),
            Set.of());

    assertThat(GroupCommit.eachOf(3, both).stream().map(GroupCommitTest::inWords))
        .containsExactly("uncertain", "duplicate", "uncertain");
  }
}
