package io.cornershop.observability.metrics;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.Oldest;
import io.cornershop.eventing.consuming.ConsumerStatus.Partition;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How far the channels of this node are, on the partitions that it has. Asks nobody: what it reads
 * is in memory. Thread-safe; one thread at a time takes readings.
 */
public final class ConsumerReadings {

  private static final double NANOS = 1e9;

  private record Place(String group, String topic, int partition) {}

  private final Supplier<List<ConsumerStatus>> channels;
  private final ViewTopics views;
  private final LongSupplier nanos;
  private final Clock clock;
  private final Map<Place, PartitionAge> known = new HashMap<>();
  private final Map<Place, Duration> ages = new ConcurrentHashMap<>();

  /**
   * Which topics views are made of.
   *
   * @param channel in which they are kept up to date
   * @param topics by the name of the view
   */
  public record ViewTopics(String channel, Map<String, Set<String>> topics) {}

  /**
   * @param nanos a clock that never goes back, in nanoseconds
   * @param clock is compared with those of the nodes that have written records
   */
  public ConsumerReadings(
      Supplier<List<ConsumerStatus>> channels, ViewTopics views, LongSupplier nanos, Clock clock) {
    this.channels = channels;
    this.views = views;
    this.nanos = nanos;
    this.clock = clock;
  }

  /** The readings of all channels. */
  public GaugeSource source() {
    return new GaugeSource(
        "consumers",
        Set.of(
            Metric.KAFKA_CONSUMER_LAG,
            Metric.CONSUMER_STUCK_HANDLERS,
            Metric.CONSUMER_OLDEST_UNFINISHED_SECONDS,
            Metric.PROJECTION_LAG_EVENTS,
            Metric.PROJECTION_FRESHNESS_SECONDS),
        this::read);
  }

  /** How long each group has not been caught up with a topic, at the last reading. */
  Map<TopicOfGroup, Duration> agesByTopic() {
    Map<TopicOfGroup, Duration> worst = new HashMap<>();
    ages.forEach(
        (place, age) ->
            worst.merge(
                new TopicOfGroup(place.topic(), place.group()),
                age,
                (one, other) -> one.compareTo(other) > 0 ? one : other));
    return worst;
  }

  /** A topic as one group reads it. */
  record TopicOfGroup(String topic, String group) {}

  private synchronized List<GaugeReading> read() {
    List<ConsumerStatus> now = channels.get();
    age(now);
    List<GaugeReading> readings = new ArrayList<>();
    now.forEach(channel -> readings.addAll(of(channel)));
    now.stream()
        .filter(channel -> channel.channel().equals(views.channel()))
        .forEach(channel -> readings.addAll(ofViews(channel)));
    return readings;
  }

  private void age(List<ConsumerStatus> now) {
    Map<Place, Duration> next = new HashMap<>();
    for (ConsumerStatus channel : now) {
      for (Partition partition : channel.partitions()) {
        Place place = new Place(channel.group(), partition.topic(), partition.partition());
        next.put(place, age(place, partition, channel.state() == State.RUNNING));
      }
    }
    known.keySet().retainAll(next.keySet());
    ages.keySet().retainAll(next.keySet());
    ages.putAll(next);
  }

  /** While nothing is polled, nobody knows how far the log has grown. */
  private Duration age(Place place, Partition partition, boolean polled) {
    long now = nanos.getAsLong();
    PartitionAge age = known.computeIfAbsent(place, any -> new PartitionAge(now));
    if (polled && partition.lag().isPresent() && behind(partition) == 0) {
      return age.caughtUp(now);
    }
    if (!polled || partition.position().isEmpty() || partition.lag().isEmpty()) {
      return age.unchanged(now);
    }
    long position = partition.position().get();
    long finished = partition.oldest().map(Oldest::offset).orElse(position);
    partition
        .oldest()
        .flatMap(Oldest::written)
        .ifPresent(written -> age.oldest(Duration.between(written, clock.instant()), now));
    return age.look(finished, position + partition.lag().getAsLong(), now);
  }

  private static List<GaugeReading> of(ConsumerStatus channel) {
    String group = channel.group();
    Stream<GaugeReading> lags =
        channel.partitions().stream()
            .filter(partition -> partition.lag().isPresent())
            .map(
                p ->
                    GaugeReading.of(
                        Metric.KAFKA_CONSUMER_LAG,
                        p.lag().getAsLong(),
                        p.topic(),
                        String.valueOf(p.partition()),
                        group));
    return Stream.concat(
            lags,
            Stream.of(
                GaugeReading.of(Metric.CONSUMER_STUCK_HANDLERS, channel.stuck().size(), group),
                GaugeReading.of(
                    Metric.CONSUMER_OLDEST_UNFINISHED_SECONDS, seconds(oldest(channel)), group)))
        .toList();
  }

  private static Duration oldest(ConsumerStatus channel) {
    return channel.partitions().stream()
        .flatMap(partition -> partition.oldest().stream())
        .map(Oldest::age)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private List<GaugeReading> ofViews(ConsumerStatus channel) {
    List<GaugeReading> readings = new ArrayList<>();
    views
        .topics()
        .forEach(
            (view, topics) -> {
              List<Partition> its =
                  channel.partitions().stream().filter(p -> topics.contains(p.topic())).toList();
              if (!its.isEmpty()) {
                double lag = its.stream().mapToLong(ConsumerReadings::behind).sum();
                readings.add(GaugeReading.of(Metric.PROJECTION_LAG_EVENTS, lag, view));
                readings.add(
                    GaugeReading.of(
                        Metric.PROJECTION_FRESHNESS_SECONDS,
                        seconds(worst(channel.group(), its)),
                        view));
              }
            });
    return readings;
  }

  private static long behind(Partition partition) {
    return partition.lag().orElse(0) + partition.unfinished();
  }

  private Duration worst(String group, List<Partition> partitions) {
    return partitions.stream()
        .map(p -> new Place(group, p.topic(), p.partition()))
        .flatMap(place -> Optional.ofNullable(ages.get(place)).stream())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
