package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.mongo.TouchedStore.DOOR;
import static io.cornershop.eventing.store.mongo.TouchedStore.GATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.CommitSealing;
import io.cornershop.eventing.store.CommitSeals;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.verification.Finding;
import io.cornershop.eventing.store.verification.Finding.Problem;
import io.cornershop.eventing.store.verification.LogVerification;
import io.cornershop.eventing.store.verification.LogVerification.Checkpoint;
import io.cornershop.testing.EmbeddedMongo;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is found of a hand that was in a store whose commits are sealed with a key. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealVerificationTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final CommitSeals KEYED = seals("a key of at least thirty-two characters");

  private TouchedStore touched;

  private static CommitSeals seals(String key) {
    return CommitSeals.with(Optional.of(key), List.of());
  }

  @BeforeEach
  void a_sealed_store() {
    touched = new TouchedStore(MONGO.freshDatabase(), KEYED);
  }

  @Test
  void nothing_is_wrong_with_what_was_sealed() {
    assertThat(touched.whole()).isEmpty();
    assertThat(touched.ofStream(DOOR)).isEmpty();
  }

  @Test
  void a_changed_byte_is_named() {
    touched.change(
        touched.commits(), Commit.idOf(DOOR, 2), commit -> commit.append("epoch", "other"));

    assertThat(TouchedStore.named(touched.whole()))
        .isEqualTo(List.of("CHANGED_COMMIT Counter/door 2 3000"));
  }

  @Test
  void a_forged_commit_without_a_key_is_named() {
    Commit before = touched.store().readAll(List.of(Commit.idOf(GATE, 2))).getFirst();
    Commit forged =
        new CommitSealing(StoreLimits.USUAL, CommitSeals.PLAIN, CommitFixtures.CLOCK)
            .seal(CommitFixtures.commit(before.head(), "forged", 3), touched.store().epoch());
    touched.change(
        touched.commits(),
        forged.id(),
        commit -> CommitDocuments.write(forged, true).decode(new DocumentCodec()));
    touched.change(touched.positions(), 6L, entry -> entry.append("hash", forged.hash()));

    assertThat(TouchedStore.named(touched.ofStream(GATE)))
        .isEqualTo(List.of("WEAKER_SEAL Counter/gate 4 6000"));
    assertThat(TouchedStore.named(touched.whole())).contains("WEAKER_SEAL Counter/gate 4 6000");
  }

  @Test
  void what_cannot_be_checked_without_the_key_is_named() {
    LogVerification stranger =
        new LogVerification(
            touched.store(), touched.log(), seals("another key of thirty-two characters or more"));

    List<Finding> findings = stranger.check(Checkpoint.BEGINNING, 100).findings();

    assertThat(findings).hasSize(6).allMatch(f -> f.problem() == Problem.UNKNOWN_KEY);
  }
}
