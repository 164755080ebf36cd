package io.cornershop.eventing.consuming.steering;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is wanted of a channel. Immutable.
 *
 * @param number how many wishes there were
 * @param seeks those that may still have to be carried out somewhere; later ones replace earlier
 * @param asked the last requests to seek, each of which counts once however often it comes
 * @param carriedOut the number of the last seek that a partition has carried out, by {@link
 *     #partition}
 */
public record Wish(
    String channel,
    long number,
    boolean paused,
    List<Seek> seeks,
    List<String> asked,
    Map<String, Long> carriedOut) {

  private static final int MOST_ASKED = 100;

  public Wish {
    asked = List.copyOf(asked);
    seeks = List.copyOf(seeks);
    carriedOut = Map.copyOf(carriedOut);
  }

  /** Nothing special: run. */
  public static Wish none(String channel) {
    return new Wish(channel, 0, false, List.of(), List.of(), Map.of());
  }

  /** The name of a partition in {@link #carriedOut}; a topic has no slash. */
  public static String partition(String topic, int partition) {
    return topic + "/" + partition;
  }

  /** The same with the channel paused or running; itself when it is so already. */
  public Wish paused(boolean now) {
    return now == paused ? this : new Wish(channel, number + 1, now, seeks, asked, carriedOut);
  }

  /**
   * The same with one more seek; itself when this was asked before.
   *
   * @param request the id of what was asked, the same for a repeat
   */
  public Wish seeking(SeekTarget target, String request) {
    if (asked.contains(request)) {
      return this;
    }
    Stream<Seek> kept = seeks.stream().filter(seek -> !target.replaces(seek.to()));
    List<Seek> all = Stream.concat(kept, Stream.of(new Seek(number + 1, target))).toList();
    List<String> requests =
        Stream.concat(
                asked.stream().skip(Math.max(0, asked.size() + 1 - MOST_ASKED)), Stream.of(request))
            .toList();
    return new Wish(channel, number + 1, paused, all, requests, carriedOut);
  }

  /** What the partition has to carry out. */
  public Optional<Seek> due(String topic, int partition) {
    long done = carriedOut.getOrDefault(partition(topic, partition), 0L);
    return seeks.stream()
        .filter(seek -> seek.number() > done && seek.to().concerns(topic, partition))
        .max(Comparator.comparingLong(Seek::number));
  }
}
