package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.CLOCK;
import static io.cornershop.eventing.store.CommitFixtures.NOON;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.commitOf;
import static io.cornershop.eventing.store.CommitFixtures.commitWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.CommitSeals.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The literals here are what stored histories were sealed with: they can never change. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitSealsTest {

  private static final String KEY = "a key that only this test knows, 1";
  private static final String NEXT_KEY = "a key that only this test knows, 2";
  private static final NewCommit WANTED =
      commitWith(NO_DOOR, "a", "{\"total\":1,\"name\":\"Café\"}");
  private static final CommitSeals KEYED = CommitSeals.with(Optional.of(KEY), List.of());
  private static final CommitSeals ROTATED = CommitSeals.with(Optional.of(NEXT_KEY), List.of(KEY));

  private static Commit sealedBy(CommitSeals seals) {
    return new CommitSealing(StoreLimits.USUAL, seals, CLOCK).seal(WANTED, "epoch-1");
  }

  private static Commit changed(Commit commit) {
    return new Commit(
        commit.id(),
        commit.stream(),
        commit.commands(),
        commitWith(NO_DOOR, "a", "{\"total\":2,\"name\":\"Café\"}").events(),
        commit.appendedAt(),
        commit.previousCommit(),
        commit.previousHash(),
        commit.hash(),
        commit.epoch());
  }

  @Test
  void without_a_key_are_plain_hashes() {
    assertThat(sealedBy(CommitSeals.PLAIN)).isEqualTo(WANTED.toCommit(NOON, "epoch-1"));
    assertThat(CommitSeals.isKeyed(sealedBy(CommitSeals.PLAIN).hash())).isFalse();
  }

  @Test
  void with_a_key_name_it_and_are_known() {
    assertThat(sealedBy(KEYED).hash())
        .isEqualTo(
            "hmac-sha256:1e5d1fdd:"
                + "e5f76f28b53659017eb6a8b266de9a1e1c4123f24227bfd12e845a54a2ab8fff");
    assertThat(CommitSeals.isKeyed(sealedBy(KEYED).hash())).isTrue();
    assertThat(sealedBy(ROTATED).hash()).isNotEqualTo(sealedBy(KEYED).hash());
  }

  @Test
  void are_checked_by_what_they_were_made_with() {
    List<Commit> history = List.of(sealedBy(CommitSeals.PLAIN), sealedBy(KEYED), sealedBy(ROTATED));
    assertThat(history).extracting(ROTATED::check).containsOnly(Verdict.INTACT);
    assertThat(history)
        .extracting(KEYED::check)
        .containsExactly(Verdict.INTACT, Verdict.INTACT, Verdict.UNKNOWN_KEY);
    assertThat(history)
        .extracting(CommitSeals.PLAIN::check)
        .containsExactly(Verdict.INTACT, Verdict.UNKNOWN_KEY, Verdict.UNKNOWN_KEY);
  }

  @Test
  void show_a_changed_byte() {
    assertThat(CommitSeals.PLAIN.check(changed(sealedBy(CommitSeals.PLAIN))))
        .isEqualTo(Verdict.CHANGED);
    assertThat(KEYED.check(changed(sealedBy(KEYED)))).isEqualTo(Verdict.CHANGED);
    assertThat(KEYED.check(sealedBy(KEYED).hashed("hmac-sha256:"))).isEqualTo(Verdict.UNKNOWN_KEY);
  }

  @Test
  void of_different_kinds_chain() {
    Commit first = sealedBy(CommitSeals.PLAIN);
    Commit second =
        new CommitSealing(StoreLimits.USUAL, KEYED, CLOCK)
            .seal(commitOf(first.head(), "b", "c"), "epoch-1");
    assertThat(second.previousHash()).isEqualTo(first.hash());
    assertThat(KEYED.check(second)).isEqualTo(Verdict.INTACT);
  }

  @Test
  void refuse_a_key_that_can_be_guessed() {
    assertThatThrownBy(() -> CommitSeals.with(Optional.of("short"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CommitSeals.with(Optional.empty(), List.of("short")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
