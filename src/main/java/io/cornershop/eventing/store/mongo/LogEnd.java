package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Finds the last entry of a dense log by lookups alone, because sorting is a scan on some servers:
 * asks for entries at doubling distances, then narrows the range between the last that exists and
 * the first that does not. One lookup when nothing is new, about six for a million entries.
 */
final class LogEnd {

  private static final int DOUBLINGS = 40;
  private static final int PROBES = 32;

  private final Function<Collection<Long>, List<Entry>> lookup;

  /**
   * @param lookup the entries with these numbers that exist
   */
  LogEnd(Function<Collection<Long>, List<Entry>> lookup) {
    this.lookup = lookup;
  }

  /** The last entry, where {@code known} exists or is {@link Entry#NONE}. */
  Entry behind(Entry known) {
    boolean more = !lookup.apply(List.of(known.number() + 1)).isEmpty();
    return more ? search(known) : known;
  }

  private Entry search(Entry known) {
    List<Long> probes =
        LongStream.range(0, DOUBLINGS).mapToObj(i -> known.number() + (1L << i)).toList();
    Entry last = highest(probes, known);
    long missing = firstAbove(probes, last.number(), probes.getLast() + 1);
    while (missing - last.number() > 1) {
      List<Long> between = between(last.number(), missing);
      last = highest(between, last);
      missing = firstAbove(between, last.number(), missing);
    }
    return last;
  }

  private Entry highest(List<Long> probes, Entry otherwise) {
    return lookup.apply(probes).stream()
        .max(Comparator.comparingLong(Entry::number))
        .orElse(otherwise);
  }

  private static long firstAbove(List<Long> probes, long number, long otherwise) {
    return probes.stream().filter(probe -> probe > number).findFirst().orElse(otherwise);
  }

  private static List<Long> between(long low, long high) {
    long step = Math.max(1, (high - low) / PROBES);
    return LongStream.iterate(low + step, probe -> probe < high, probe -> probe + step)
        .boxed()
        .toList();
  }
}
