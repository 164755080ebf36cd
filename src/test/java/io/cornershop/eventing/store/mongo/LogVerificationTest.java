package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.mongo.TouchedStore.DOOR;
import static io.cornershop.eventing.store.mongo.TouchedStore.GATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.verification.Finding;
import io.cornershop.eventing.store.verification.LogVerification;
import io.cornershop.eventing.store.verification.LogVerification.Checkpoint;
import io.cornershop.eventing.store.verification.Verified;
import io.cornershop.testing.EmbeddedMongo;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of a hand that was in the position log. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogVerificationTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private TouchedStore touched;

  @BeforeEach
  void a_sound_store() {
    touched = new TouchedStore(MONGO.freshDatabase());
  }

  @Test
  void a_cut_tail_of_the_position_log_is_named() {
    touched.positions().deleteMany(new Document("_id", new Document("$gte", 5L)));

    LogVerification verification = touched.verification();
    Verified<Checkpoint> first = verification.check(Checkpoint.BEGINNING, 100);
    Verified<Checkpoint> second = verification.check(first.reached(), 100);

    assertThat(first.findings()).isEmpty();
    assertThat(first.more()).isTrue();
    assertThat(TouchedStore.named(second.findings()))
        .isEqualTo(List.of("MISSING_POSITION - - 5000"));
    assertThat(second.findings().getFirst().detail())
        .isEqualTo("The position log lacks its entries 5 to 6");
    assertThat(second.more()).isFalse();
  }

  @Test
  void a_hole_in_the_position_log_is_named_and_what_is_behind_it_verified() {
    touched.positions().deleteOne(new Document("_id", 3L));
    touched.commits().deleteOne(new Document("_id", Commit.idOf(GATE, 4)));

    assertThat(TouchedStore.named(inSteps(2)))
        .isEqualTo(List.of("MISSING_POSITION - - 3000", "MISSING_COMMIT Counter/gate 4 6000"));
  }

  private List<Finding> inSteps(int size) {
    LogVerification verification = touched.verification();
    List<Finding> findings = new ArrayList<>();
    Verified<Checkpoint> step = verification.check(Checkpoint.BEGINNING, size);
    findings.addAll(step.findings());
    while (step.more()) {
      step = verification.check(step.reached(), size);
      findings.addAll(step.findings());
    }
    return findings;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7})
  void steps_of_any_size_find_the_same(int size) {
    touched.commits().deleteOne(new Document("_id", Commit.idOf(DOOR, 2)));
    touched.change(
        touched.commits(),
        Commit.idOf(GATE, 1),
        commit -> commit.append("appendedAt", new Date(0)));

    assertThat(TouchedStore.named(inSteps(size)))
        .isEqualTo(
            List.of("CHANGED_COMMIT Counter/gate 1 2000", "MISSING_COMMIT Counter/door 2 3000"));
  }

  static Stream<UnaryOperator<Document>> damage() {
    return Stream.of(
        entry -> entry.append("commit", "no id"),
        entry -> entry.append("commit", 7),
        entry -> without(entry, "commit"),
        entry -> without(entry, "hash"),
        entry -> without(entry, "totals"),
        entry -> entry.append("eventIds", "x"),
        entry -> entry.append("timestamps", null));
  }

  private static Document without(Document entry, String field) {
    entry.remove(field);
    return entry;
  }

  @ParameterizedTest
  @MethodSource("damage")
  void an_entry_that_cannot_be_read_is_named_and_what_is_behind_it_verified(
      UnaryOperator<Document> damage) {
    touched.change(touched.positions(), 3L, damage);
    touched.commits().deleteOne(new Document("_id", Commit.idOf(GATE, 4)));
    List<String> both = List.of("UNREADABLE_ENTRY - - 3000", "MISSING_COMMIT Counter/gate 4 6000");

    assertThat(TouchedStore.named(inSteps(1))).isEqualTo(both);
    assertThat(TouchedStore.named(inSteps(2))).isEqualTo(both);
    assertThat(TouchedStore.named(inSteps(100))).isEqualTo(both);
  }

  @Test
  void a_mark_of_another_number_type_is_still_a_number() {
    touched.change(touched.marks(), "published", mark -> mark.append("position", 6));

    assertThat(touched.whole()).isEmpty();
  }

  @Test
  void an_entry_that_names_another_chain_is_named() {
    touched.change(touched.positions(), 4L, entry -> entry.append("chainHash", "0".repeat(64)));

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("BROKEN_LOG Counter/gate 2 4000", "BROKEN_LOG Counter/door 4 5000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eventTypes", "correlationIds"})
  void an_entry_that_says_other_things_than_its_commit_is_named(String field) {
    touched.change(touched.positions(), 4L, entry -> entry.append(field, List.of("Other")));

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("CHANGED_ENTRY Counter/gate 2 4000"));
  }

  @Test
  void sums_that_are_wrong_are_named() {
    touched.change(
        touched.positions(), 6L, entry -> entry.append("totals", List.of("Counter 11 2")));

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("CHANGED_ENTRY Counter/gate 4 6000"));
  }

  @Test
  void a_commit_with_two_numbers_is_named() {
    touched.positions().dropIndex("commit_of_the_store");
    Entry again =
        touched
            .log()
            .head()
            .next(touched.store().readAll(List.of(Commit.idOf(DOOR, 2))).getFirst());
    touched.positions().insertOne(EntryDocuments.write(again));

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("NUMBERED_TWICE Counter/door 2 7000"));
  }

  @Test
  void a_history_that_was_rewritten_before_a_checkpoint_is_found() {
    LogVerification verification = touched.verification();
    Checkpoint kept = verification.check(Checkpoint.BEGINNING, 4).reached();
    touched.change(touched.positions(), 4L, entry -> entry.append("chainHash", "f".repeat(64)));

    assertThat(TouchedStore.named(verification.check(kept, 100).findings()))
        .startsWith("BROKEN_LOG Counter/gate 2 4000");

    touched.positions().deleteOne(new Document("_id", 4L));
    assertThat(TouchedStore.named(verification.check(kept, 100).findings()))
        .isEqualTo(List.of("MISSING_POSITION - - 4000"));
  }
}
