package io.cornershop.eventing.publishing.topics;

import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics of all aggregate types and that of the relay, and checks those that are there.
 * Thread-safe; several nodes may do it at the same time.
 */
public final class TopicSetup {

  /** Room for the headers of a record and what Kafka adds. */
  private static final int HEADER_BYTES = 64 * 1024;

  /** Each topic of events has one of dead letters beside it. */
  private static final String DEAD_LETTERS = ".dlq";

  private static final Duration RELAY_RETENTION = Duration.ofHours(1);

  private final KafkaConnection kafka;
  private final EventTypes types;
  private final TopicRequirements requirements;

  /**
   * @param partitions of each topic of events
   * @param replication of each topic; at most one copy may be away for a write
   * @param limits of the store: what it takes the topics have to take
   */
  public TopicSetup(
      KafkaConnection kafka,
      EventTypes types,
      int partitions,
      int replication,
      StoreLimits limits) {
    this.kafka = kafka;
    this.types = types;
    this.requirements =
        new TopicRequirements(partitions, replication, limits.eventBytes() + HEADER_BYTES);
  }

  /**
   * Makes and checks the topics, waiting for the brokers.
   *
   * @throws Unavailable when they do not answer before the deadline
   * @throws IllegalStateException when a topic is not what the order of events needs
   */
  public void ensureWithin(Duration deadline) {
    long end = System.nanoTime() + deadline.toNanos();
    Backoff backoff = new Backoff();
    while (true) {
      try {
        ensure();
        return;
      } catch (Unavailable e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        pause(backoff.next());
      }
    }
  }

  /**
   * Makes and checks the topics once.
   *
   * @throws Unavailable when the brokers do not answer or cannot make a topic now
   * @throws IllegalStateException when a topic is not what the order of events needs
   */
  public void ensure() {
    asked(
        admin -> {
          Set<String> existing = new TreeSet<>(admin.listTopics().names().get());
          existing.retainAll(names());
          check(admin, existing);
          create(admin, existing);
          // a topic that another node has just made may have been missing from the list
          check(admin, names());
          return existing;
        });
  }

  /**
   * The ids that the broker has given to the topics of events, by name.
   *
   * @throws Unavailable when the brokers do not answer, or do not have one of them
   */
  public Map<String, String> ids() {
    return asked(
        admin ->
            admin.describeTopics(types.topics()).allTopicNames().get().values().stream()
                .collect(Collectors.toMap(TopicDescription::name, t -> t.topicId().toString())));
  }

  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  private <T> T asked(Question<T> question) {
    try (Admin admin = kafka.admin()) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw new Unavailable(
          "Kafka cannot prepare the topics: " + e.getCause().getMessage(),
          Duration.ofSeconds(1),
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Interrupted", Duration.ofSeconds(1), e);
    }
  }

  private Collection<String> names() {
    Set<String> names = new TreeSet<>(types.topics());
    types.topics().forEach(topic -> names.add(topic + DEAD_LETTERS));
    names.add(RelayTopic.NAME);
    return names;
  }

  private void create(Admin admin, Set<String> existing)
      throws ExecutionException, InterruptedException {
    List<NewTopic> missing =
        names().stream().filter(name -> !existing.contains(name)).map(this::topic).toList();
    for (var created : admin.createTopics(missing).values().values()) {
      try {
        created.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private NewTopic topic(String name) {
    short replication = (short) requirements.replication();
    String inSync = String.valueOf(Math.max(1, replication - 1));
    Map<String, String> durable = Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync);
    if (name.equals(RelayTopic.NAME)) {
      String retention = String.valueOf(RELAY_RETENTION.toMillis());
      return new NewTopic(name, 1, replication)
          .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, retention));
    }
    return new NewTopic(name, requirements.partitions(), replication).configs(durable);
  }

  private void check(Admin admin, Collection<String> names)
      throws ExecutionException, InterruptedException {
    Map<ConfigResource, Config> configs =
        admin.describeConfigs(names.stream().map(TopicSetup::resource).toList()).all().get();
    Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
    // in the order of their names, so that the sentence is about the topic of events
    for (TopicDescription topic : new TreeMap<>(topics).values()) {
      if (topic.name().equals(RelayTopic.NAME)) {
        TopicRequirements.requireOnePartition(topic);
      } else {
        requirements.require(topic, configs.get(resource(topic.name())));
      }
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static void pause(Duration length) {
    try {
      TimeUnit.NANOSECONDS.sleep(length.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Interrupted", Duration.ofSeconds(1), e);
    }
  }
}
