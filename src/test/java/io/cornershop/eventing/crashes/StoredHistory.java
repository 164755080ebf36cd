package io.cornershop.eventing.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.MongoPositionLog;
import io.cornershop.eventing.store.mongo.StoreSetup;
import io.cornershop.kernel.CommandId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that is in the database, by the position log, looked at as a stranger would. */
final class StoredHistory {

  private static final int PAGE = 500;

  private final MongoDatabase database;
  private final PositionLog log;
  private final EventStore store;

  StoredHistory(MongoDatabase database) {
    StoreSetup setup = new StoreSetup(database, true);
    this.database = database;
    this.log = new MongoPositionLog(database, setup);
    this.store =
        new MongoEventStore(database, setup, StoreLimits.USUAL, Clock.systemUTC(), commit -> {});
  }

  long commits() {
    return database.getCollection("commits").countDocuments();
  }

  long positions() {
    return log.head().number();
  }

  /** Whether every commit has a position, is on Kafka, and nothing is left to be noted. */
  boolean isPublished() {
    long head = positions();
    return head == commits() && log.published() == head && store.findPending(1).isEmpty();
  }

  /** Each aggregate's events as they must be on Kafka, after a proof that nothing is amiss. */
  Map<String, List<String>> provenEvents(Map<CommandId, Long> acknowledged) {
    List<Commit> inOrder = new ArrayList<>();
    Map<String, List<String>> events = new TreeMap<>();
    for (Entry entry : denseEntries()) {
      Commit commit = store.readAll(List.of(entry.commitId())).getFirst();
      assertThat(entry.hash()).isEqualTo(commit.hash());
      inOrder.add(commit);
      events
          .computeIfAbsent(commit.stream().aggregateId(), id -> new ArrayList<>())
          .addAll(written(commit, entry.number()));
    }
    assertThat(inOrder).hasSize((int) commits());
    requireUnbrokenChains(inOrder);
    requireOnce(acknowledged, inOrder);
    return events;
  }

  private List<Entry> denseEntries() {
    List<Entry> entries = new ArrayList<>();
    List<Entry> page;
    Entry last = Entry.NONE;
    do {
      page = log.readAfter(last.number(), PAGE);
      for (Entry entry : page) {
        assertThat(entry.number()).isEqualTo(last.number() + 1);
        last = entry;
      }
      entries.addAll(page);
    } while (!page.isEmpty());
    assertThat(database.getCollection("positions").countDocuments()).isEqualTo(entries.size());
    return entries;
  }

  private static List<String> written(Commit commit, long number) {
    long position = number * EventEnvelope.POSITIONS_PER_COMMIT;
    List<String> written = new ArrayList<>();
    for (EventEnvelope event : commit.events()) {
      written.add(EnvelopeJson.write(event.at(position + written.size())));
    }
    return written;
  }

  /**
   * Writes each stream again from its parts: sequences, order of numbers, and hashes must agree.
   */
  private static void requireUnbrokenChains(List<Commit> inOrder) {
    Map<StreamId, StreamHead> heads = new HashMap<>();
    for (Commit commit : inOrder) {
      StreamHead head = heads.getOrDefault(commit.stream(), StreamHead.empty(commit.stream()));
      assertThat(new NewCommit(head, commit.commands(), commit.events()))
          .extracting(again -> again.toCommit(commit.appendedAt(), commit.epoch()))
          .isEqualTo(commit);
      assertThat(commit.events().getFirst().timestamp()).isAfterOrEqualTo(head.timestamp());
      heads.put(commit.stream(), commit.head());
    }
  }

  private static void requireOnce(Map<CommandId, Long> acknowledged, List<Commit> commits) {
    Map<CommandId, List<Long>> stored =
        commits.stream()
            .flatMap(commit -> commit.commands().stream())
            .collect(
                Collectors.groupingBy(
                    outcome -> outcome.commandId(),
                    Collectors.mapping(outcome -> outcome.sequence(), Collectors.toList())));
    assertThat(stored.values()).allMatch(sequences -> sequences.size() == 1);
    Map<CommandId, List<Long>> answered =
        acknowledged.keySet().stream()
            .filter(stored::containsKey)
            .collect(Collectors.toMap(Function.identity(), stored::get));
    assertThat(answered)
        .isEqualTo(
            acknowledged.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))));
  }
}
