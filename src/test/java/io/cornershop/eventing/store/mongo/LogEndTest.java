package io.cornershop.eventing.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.store.CommitSummary;
import io.cornershop.eventing.store.LogTotals;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogEndTest {

  private long size;
  private int lookups;
  private final LogEnd end = new LogEnd(this::lookUp);

  private List<Entry> lookUp(Collection<Long> numbers) {
    lookups++;
    return numbers.stream()
        .filter(number -> number >= 1 && number <= size)
        .map(LogEndTest::entry)
        .toList();
  }

  private static Entry entry(long number) {
    return new Entry(
        number, "commit-" + number, "hash", "chain", CommitSummary.NONE, LogTotals.NONE);
  }

  private static Entry known(long number) {
    return number == 0 ? Entry.NONE : entry(number);
  }

  @Test
  void finds_the_end_of_a_log_of_any_length_from_any_entry() {
    for (size = 0; size <= 300; size++) {
      for (long known = 0; known <= size; known++) {
        assertThat(end.behind(known(known))).isEqualTo(known(size));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 1_048_576, 1_048_575, 7_654_321, 123_456_789_012L})
  void needs_few_lookups_for_a_log_that_it_has_never_seen(long length) {
    size = length;

    assertThat(end.behind(Entry.NONE)).isEqualTo(entry(length));
    assertThat(lookups).isLessThanOrEqualTo(10);
  }

  @Test
  void needs_one_lookup_when_nothing_has_come() {
    size = 1_000_000;

    assertThat(end.behind(entry(size))).isEqualTo(entry(size));
    assertThat(lookups).isEqualTo(1);
  }
}
