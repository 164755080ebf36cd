package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.mongo.TouchedStore.DOOR;
import static io.cornershop.eventing.store.mongo.TouchedStore.GATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.verification.LogVerification.Checkpoint;
import io.cornershop.eventing.store.verification.Verified;
import io.cornershop.testing.EmbeddedMongo;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of a hand that was in the commits. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerificationTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private TouchedStore touched;

  @BeforeEach
  void a_sound_store() {
    touched = new TouchedStore(MONGO.freshDatabase());
  }

  @Test
  void nothing_is_wrong_with_what_was_written() {
    touched.append(StreamHead.empty(new StreamId("Counter", "waiting")), 2);

    assertThat(touched.verification().check(Checkpoint.BEGINNING, 100))
        .isEqualTo(
            new Verified<>(
                6, List.of(), new Checkpoint(6, touched.log().head().chainHash()), false));
    assertThat(touched.ofStreams().check(DOOR, 1, 100))
        .isEqualTo(new Verified<>(3, List.of(), 7L, false));
    assertThat(touched.ofStream(new StreamId("Counter", "waiting"))).isEmpty();
  }

  @Test
  void a_changed_byte_is_named() {
    touched.change(
        touched.commits(),
        Commit.idOf(DOOR, 2),
        commit -> {
          commit.getList("events", Document.class).get(1).put("data", "{\"total\":4}");
          return commit;
        });

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("CHANGED_COMMIT Counter/door 2 3000"));
    assertThat(TouchedStore.named(touched.ofStream(DOOR)))
        .isEqualTo(List.of("CHANGED_COMMIT Counter/door 2 3000"));
    assertThat(touched.ofStream(GATE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventId",
        "eventType",
        "correlationId",
        "causationId",
        "userId",
        "source",
        "data"
      })
  void a_change_in_any_field_of_an_event_is_found(String field) {
    touched.change(
        touched.commits(),
        Commit.idOf(GATE, 4),
        commit -> {
          Document event = commit.getList("events", Document.class).get(2);
          event.put(field, event.getString(field).replaceFirst("[0-9a-z]", "0"));
          event.put(field, event.getString(field).replaceFirst("[1-9b-z]", "a"));
          return commit;
        });

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("CHANGED_COMMIT Counter/gate 4 6000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"epoch", "previousHash", "previousCommit"})
  void a_change_in_any_field_of_a_commit_is_found(String field) {
    touched.change(
        touched.commits(), Commit.idOf(GATE, 4), commit -> commit.append(field, "other"));

    assertThat(TouchedStore.named(touched.whole())).contains("CHANGED_COMMIT Counter/gate 4 6000");
  }

  @Test
  void a_commit_with_a_hash_of_its_own_is_not_what_was_numbered() {
    Commit other =
        CommitFixtures.commit(StreamHead.empty(GATE), "forged", 1)
            .toCommit(CommitFixtures.NOON, touched.store().epoch());
    touched.change(
        touched.commits(),
        other.id(),
        commit -> CommitDocuments.write(other, true).decode(new DocumentCodec()));

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(
            List.of("REPLACED_COMMIT Counter/gate 1 2000", "BROKEN_STREAM Counter/gate 2 4000"));
    assertThat(TouchedStore.named(touched.ofStream(GATE)))
        .isEqualTo(
            List.of("REPLACED_COMMIT Counter/gate 1 2000", "BROKEN_STREAM Counter/gate 2 4000"));
  }

  @Test
  void a_commit_that_cannot_be_read_is_named() {
    touched.change(
        touched.commits(),
        Commit.idOf(DOOR, 2),
        commit -> {
          commit.remove("events");
          return commit;
        });

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("UNREADABLE_COMMIT Counter/door 2 3000"));
    assertThat(TouchedStore.named(touched.ofStream(DOOR)))
        .isEqualTo(List.of("UNREADABLE_COMMIT Counter/door 2 3000"));
  }

  @Test
  void a_cut_tail_is_named() {
    touched.commits().deleteOne(new Document("_id", Commit.idOf(DOOR, 4)));

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("MISSING_COMMIT Counter/door 4 5000"));
    assertThat(TouchedStore.named(touched.ofStream(DOOR)))
        .isEqualTo(List.of("MISSING_COMMIT Counter/door 4 5000"));
  }

  @Test
  void a_hole_is_named() {
    touched.commits().deleteOne(new Document("_id", Commit.idOf(DOOR, 2)));

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("MISSING_COMMIT Counter/door 2 3000"));
    assertThat(TouchedStore.named(touched.ofStream(DOOR)))
        .isEqualTo(List.of("MISSING_COMMIT Counter/door 2 3000"));
  }

  @Test
  void a_hole_is_named_before_anything_has_a_position() {
    StreamId lamp = new StreamId("Light", "lamp");
    Commit first = touched.append(StreamHead.empty(lamp), 2);
    Commit second = touched.append(first.head(), 3);
    touched.append(second.head(), 1);
    touched.commits().deleteOne(new Document("_id", second.id()));

    assertThat(TouchedStore.named(touched.ofStream(lamp)))
        .isEqualTo(List.of("MISSING_COMMIT Light/lamp 3 -"));
  }

  @Test
  void each_commit_of_a_deleted_stream_is_named() {
    touched.commits().deleteMany(new Document("aggregateId", "door"));
    List<String> lost =
        List.of(
            "MISSING_COMMIT Counter/door 1 1000",
            "MISSING_COMMIT Counter/door 2 3000",
            "MISSING_COMMIT Counter/door 4 5000");

    assertThat(TouchedStore.named(touched.whole())).isEqualTo(lost);
    assertThat(TouchedStore.named(touched.ofStream(DOOR))).isEqualTo(lost);
    assertThat(touched.ofStreams().isKnown(DOOR)).isTrue();
    assertThat(touched.ofStreams().isKnown(new StreamId("Counter", "x"))).isFalse();
  }
}
