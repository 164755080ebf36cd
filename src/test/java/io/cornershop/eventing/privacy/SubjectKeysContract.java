package io.cornershop.eventing.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.privacy.SubjectKeys.Entry;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Destroyed;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Wrapped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every keeper of keys promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class SubjectKeysContract {

  private SubjectKeys keys;

  /** A keeper without any key. */
  abstract SubjectKeys empty();

  @BeforeEach
  void open() {
    keys = empty();
  }

  @Test
  void a_key_is_kept() {
    assertThat(keys.find("ada")).isEmpty();
    assertThat(keys.add("ada", "one")).isEqualTo(new Wrapped("one"));
    assertThat(keys.find("ada")).contains(new Wrapped("one"));
  }

  @Test
  void the_first_key_stays() {
    keys.add("ada", "one");

    assertThat(keys.add("ada", "two")).isEqualTo(new Wrapped("one"));
    assertThat(keys.find("ada")).contains(new Wrapped("one"));
  }

  @Test
  void a_destroyed_key_never_comes_back() {
    keys.add("ada", "one");
    keys.destroy("ada");
    keys.destroy("ada");

    assertThat(keys.find("ada")).contains(new Destroyed());
    assertThat(keys.add("ada", "two")).isEqualTo(new Destroyed());
    assertThat(keys.find("ada")).contains(new Destroyed());
  }

  @Test
  void who_was_never_known_is_never_known() {
    keys.destroy("ada");

    assertThat(keys.add("ada", "one")).isEqualTo(new Destroyed());
    assertThat(keys.find("ada")).contains(new Destroyed());
  }

  @Test
  void others_keep_theirs() {
    keys.add("ada", "one");
    keys.add("bob", "two");
    keys.destroy("ada");

    assertThat(keys.find("bob")).contains(new Wrapped("two"));
  }

  @Test
  void many_at_once_get_the_same_key() throws Exception {
    List<Callable<Entry>> attempts =
        IntStream.range(0, 40)
            .<Callable<Entry>>mapToObj(i -> () -> keys.add("ada", "key-" + i))
            .toList();
    Set<Entry> answers;
    try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
      answers =
          crowd.invokeAll(attempts).stream().map(Future::resultNow).collect(Collectors.toSet());
    }
    assertThat(answers).hasSize(1);
    assertThat(keys.find("ada")).contains(answers.iterator().next());
  }
}
