package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.GATE;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NO_GATE;
import static io.cornershop.eventing.store.CommitFixtures.command;
import static io.cornershop.eventing.store.CommitFixtures.commit;
import static io.cornershop.eventing.store.CommitFixtures.commitOf;
import static io.cornershop.eventing.store.CommitFixtures.commitWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult.Appended;
import io.cornershop.eventing.store.AppendResult.Conflict;
import io.cornershop.eventing.store.AppendResult.Repeated;
import io.cornershop.kernel.TooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every event store does for one writer after the other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EventStoreContract {

  protected static final StoreLimits LIMITS = new StoreLimits(20_000, 2_000);

  private EventStore store;

  /** An empty store with {@link #LIMITS}. */
  protected abstract EventStore emptyStore();

  @BeforeEach
  void openAnEmptyStore() {
    store = emptyStore();
  }

  private Commit append(NewCommit commit) {
    assertThat(store.append(commit)).isInstanceOf(Appended.class);
    return store.findByCommand(commit.commands().getFirst().commandId()).orElseThrow();
  }

  @Test
  void keeps_a_commit_exactly_as_it_answered() {
    String data = "{\"text\":\"\\u00e9 \\\" é 🛒\",\"price\":{\"amount\":\"10.10\"},\"n\":1.50}";
    NewCommit wanted = commitWith(NO_DOOR, "a", data);

    AppendResult result = store.append(wanted);

    List<Commit> read = store.read(DOOR, 1, 10);
    assertThat(read).hasSize(1);
    assertThat(result).isEqualTo(new Appended(read.getFirst()));
    assertThat(read.getFirst().events()).isEqualTo(wanted.events());
    assertThat(read.getFirst().commands()).isEqualTo(wanted.commands());
    assertThat(read.getFirst().epoch()).isEqualTo(store.epoch()).isNotBlank();
  }

  @Test
  void chains_the_commits_of_a_stream_by_hash() {
    Commit first = append(commit(NO_DOOR, "a", 3));
    Commit second = append(commit(first.head(), "b"));

    assertThat(second.previousCommit())
        .isEqualTo(first.id())
        .isEqualTo("Counter/door/000000000001");
    assertThat(second.previousHash()).isEqualTo(first.hash()).isEqualTo(CommitHash.of(first));
    assertThat(second.hash()).isEqualTo(CommitHash.of(second));
  }

  @Test
  void knows_how_many_commits_there_are() {
    assertThat(store.size()).isZero();
    append(commit(append(commit(NO_DOOR, "a", 3)).head(), "b"));
    store.append(commit(NO_DOOR, "c"));

    assertThat(store.size()).isEqualTo(2);
  }

  @Test
  void reads_a_stream_in_pages_without_a_gap() {
    List<Commit> written = new ArrayList<>();
    StreamHead head = NO_DOOR;
    for (int i = 0; i < 150; i++) {
      written.add(((Appended) store.append(commit(head, "door-" + i, 1 + i % 3))).commit());
      head = written.getLast().head();
    }
    append(commit(NO_GATE, "gate"));

    assertThat(store.read(DOOR, 1, 1_000)).isEqualTo(written);
    assertThat(store.read(DOOR, 1, 40)).isEqualTo(written.subList(0, 40));
    assertThat(store.read(DOOR, written.get(40).firstSequence(), 40))
        .isEqualTo(written.subList(40, 80));
    assertThat(store.read(DOOR, head.sequence() + 1, 40)).isEmpty();
    assertThat(sequencesOf(written))
        .isEqualTo(LongStream.rangeClosed(1, head.sequence()).boxed().toList());
  }

  private static List<Long> sequencesOf(List<Commit> commits) {
    return commits.stream().flatMap(c -> c.events().stream()).map(EventEnvelope::sequence).toList();
  }

  @Test
  void reads_nothing_from_where_no_commit_begins() {
    Commit first = append(commit(NO_DOOR, "a", 3));
    Commit second = append(commit(first.head(), "b", 3));

    assertThat(store.read(DOOR, 2, 10)).isEmpty();
    assertThat(store.read(DOOR, 4, 10)).containsExactly(second);
    assertThat(store.read(GATE, 1, 10)).isEmpty();
  }

  @Test
  void refuses_a_stale_head_and_writes_none_of_its_events() {
    Commit first = append(commit(NO_DOOR, "a"));

    assertThat(store.append(commit(NO_DOOR, "b", 5))).isEqualTo(new Conflict());

    assertThat(store.read(DOOR, 1, 10)).containsExactly(first);
    assertThat(store.findByCommand(command("b"))).isEmpty();
  }

  @Test
  void refuses_a_head_that_nobody_has_read() {
    Commit first = append(commit(NO_DOOR, "a"));
    StreamHead real = first.head();

    assertThat(store.append(commit(invented(real, 7, real.commitId()), "b")))
        .isEqualTo(new Conflict());
    assertThat(store.append(commit(invented(real, 7, Commit.idOf(DOOR, 7)), "c")))
        .isEqualTo(new Conflict());
    assertThat(store.append(commit(invented(NO_DOOR, 7, ""), "d"))).isEqualTo(new Conflict());

    assertThat(store.readAll(List.of(Commit.idOf(DOOR, 8)))).isEmpty();
    assertThat(store.read(DOOR, 1, 10)).containsExactly(first);
  }

  private static StreamHead invented(StreamHead real, long sequence, String commitId) {
    return new StreamHead(real.stream(), sequence, commitId, real.hash(), real.timestamp());
  }

  @Test
  void answers_a_repeated_command_with_its_first_commit_whatever_the_head() {
    Commit first = append(commit(NO_DOOR, "a"));
    Commit second = append(commit(first.head(), "b"));

    assertThat(store.append(commit(NO_DOOR, "a"))).isEqualTo(new Repeated(first));
    assertThat(store.append(commit(first.head(), "a"))).isEqualTo(new Repeated(first));
    assertThat(store.append(commit(second.head(), "a", 4))).isEqualTo(new Repeated(first));
    assertThat(store.append(commit(invented(first.head(), 9, "no-commit"), "a")))
        .isEqualTo(new Repeated(first));

    assertThat(store.read(DOOR, 1, 10)).containsExactly(first, second);
  }

  @Test
  void knows_a_command_across_streams() {
    Commit first = append(commit(NO_DOOR, "a"));

    assertThat(store.append(commit(NO_GATE, "a"))).isEqualTo(new Repeated(first));

    assertThat(store.read(GATE, 1, 10)).isEmpty();
    assertThat(append(commit(NO_GATE, "b")).stream()).isEqualTo(GATE);
  }

  @Test
  void goes_on_at_the_same_head_after_a_repeat() {
    Commit first = append(commit(NO_DOOR, "a"));
    store.append(commit(first.head(), "a", 2));

    Commit second = append(commit(first.head(), "b", 2));

    assertThat(store.read(DOOR, 1, 10)).containsExactly(first, second);
  }

  @Test
  void keeps_many_commands_in_one_commit() {
    Commit batch = append(commitOf(NO_DOOR, "a", "b", "c"));

    assertThat(batch.commands())
        .containsExactly(
            new CommandOutcome(command("a"), 1),
            new CommandOutcome(command("b"), 2),
            new CommandOutcome(command("c"), 3));
    assertThat(store.findByCommand(command("b"))).contains(batch);
    assertThat(store.append(commitOf(batch.head(), "d", "c"))).isEqualTo(new Repeated(batch));
    assertThat(store.findByCommand(command("d"))).isEmpty();
  }

  @Test
  void refuses_what_is_too_large_before_it_writes_anything() {
    String large = "{\"text\":\"" + "x".repeat(2_000) + "\"}";

    assertThatThrownBy(() -> store.append(commitWith(NO_DOOR, "a", large)))
        .isInstanceOf(TooLarge.class);
    assertThatThrownBy(() -> store.append(commit(NO_DOOR, "a", 200))).isInstanceOf(TooLarge.class);

    assertThat(store.findByCommand(command("a"))).isEmpty();
    assertThat(append(commit(NO_DOOR, "a")).firstSequence()).isEqualTo(1);
  }

  @Test
  void finds_the_commits_of_several_commands_each_once() {
    Commit door = append(commit(NO_DOOR, "a"));
    Commit gate = append(commit(NO_GATE, "b"));

    assertThat(store.findByCommands(List.of(command("b"), command("none"), command("a"))))
        .containsExactlyInAnyOrder(door, gate);
  }

  @Test
  void finds_commits_by_their_ids() {
    Commit door = append(commit(NO_DOOR, "a"));
    Commit gate = append(commit(NO_GATE, "b"));

    assertThat(store.readAll(List.of(gate.id(), "Counter/none/000000000001", door.id())))
        .containsExactlyInAnyOrder(door, gate);
    assertThat(store.readEvents(List.of(gate.id(), "Counter/none/000000000001", door.id())))
        .isEqualTo(Map.of(gate.id(), gate.events(), door.id(), door.events()));
  }

  @Test
  void scans_the_streams_of_one_type_each_in_its_order() {
    StreamHead other = StreamHead.empty(new StreamId("Counters", "door"));
    List<Commit> gate = new ArrayList<>(List.of(append(commit(NO_GATE, "gate-0", 9))));
    Commit door = append(commit(NO_DOOR, "door", 2));
    store.append(commit(other, "other"));
    for (int i = 1; i < 4; i++) {
      gate.add(append(commit(gate.getLast().head(), "gate-" + i)));
    }
    List<Commit> all = new ArrayList<>(List.of(door));
    all.addAll(gate);

    assertThat(scanned("Counter", "", 10)).isEqualTo(all);
    assertThat(scanned("Counter", "", 2)).isEqualTo(all.subList(0, 2));
    assertThat(scanned("Counter", gate.get(1).id(), 10)).isEqualTo(gate.subList(2, 4));
    assertThat(scanned("Counter", gate.getLast().id(), 10)).isEmpty();
    assertThat(scanned("Count", "", 10)).isEmpty();
  }

  private List<Commit> scanned(String type, String after, int most) {
    var found = store.scan(type, after, most);
    List<Commit> commits = store.readAll(found.keySet());
    commits.forEach(commit -> assertThat(found).containsEntry(commit.id(), commit.events()));
    return found.keySet().stream()
        .map(id -> commits.stream().filter(commit -> commit.id().equals(id)).findFirst())
        .map(Optional::orElseThrow)
        .toList();
  }

  @Test
  void finds_what_is_pending_until_it_is_unmarked() {
    Commit door = append(commit(NO_DOOR, "a"));
    Commit gate = append(commit(NO_GATE, "b"));
    assertThat(store.findPending(10)).containsExactlyInAnyOrder(door.id(), gate.id());
    assertThat(store.findPending(1)).hasSize(1);
    assertThat(store.marksPending()).isTrue();

    store.unmarkPending(List.of(door.id()));

    assertThat(store.findPending(10)).containsExactly(gate.id());
    assertThat(store.read(DOOR, 1, 10)).containsExactly(door);
  }
}
