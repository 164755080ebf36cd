package io.cornershop.eventing.events;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import io.cornershop.kernel.ExternalEvent;
import io.cornershop.kernel.WireName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The registry of wire names: which Java type stands for which event type, of which aggregate, on
 * which topic. Built once at start from the aggregates' sealed event families; immutable and
 * thread-safe afterwards.
 */
public final class EventTypes {

  /** One registered event type in its current version. */
  public record Registered(
      EventType type, Class<? extends DomainEvent> javaType, String aggregateType) {

    /** Whether outside producers publish it. */
    public boolean isExternal() {
      return ExternalEvent.class.isAssignableFrom(javaType);
    }
  }

  private final Map<String, Registered> byName = new LinkedHashMap<>();
  private final Map<Class<?>, Registered> byClass = new HashMap<>();
  private final Map<String, String> topics = new LinkedHashMap<>();

  /**
   * Registers every event of every aggregate.
   *
   * @throws IllegalArgumentException when a wire name is missing or given twice
   */
  public EventTypes(Collection<? extends Aggregate<?, ?, ?>> aggregates) {
    for (Aggregate<?, ?, ?> aggregate : aggregates) {
      topics.put(aggregate.type(), aggregate.topic());
      EventKinds.of(aggregate.events()).forEach(event -> register(event, aggregate.type()));
    }
  }

  private void register(Class<? extends DomainEvent> event, String aggregateType) {
    WireName name = event.getAnnotation(WireName.class);
    if (name == null) {
      throw new IllegalArgumentException(event + " has no wire name");
    }
    Registered registered =
        new Registered(new EventType(name.value(), name.version()), event, aggregateType);
    if (byName.putIfAbsent(name.value(), registered) != null) {
      throw new IllegalArgumentException("Two event types are called " + name.value());
    }
    byClass.put(event, registered);
  }

  /**
   * The registration of an event's class.
   *
   * @throws IllegalArgumentException when no aggregate has it
   */
  public Registered of(Class<? extends DomainEvent> javaType) {
    Registered registered = byClass.get(javaType);
    if (registered == null) {
      throw new IllegalArgumentException(javaType + " belongs to no registered aggregate");
    }
    return registered;
  }

  /**
   * The wire names of these events.
   *
   * @throws IllegalArgumentException when no aggregate has one of them
   */
  public Set<String> namesOf(Collection<? extends Class<? extends DomainEvent>> javaTypes) {
    return javaTypes.stream()
        .map(javaType -> of(javaType).type().name())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The types of the aggregates that have these events.
   *
   * @throws IllegalArgumentException when no aggregate has one of them
   */
  public SortedSet<String> aggregatesOf(
      Collection<? extends Class<? extends DomainEvent>> javaTypes) {
    return javaTypes.stream()
        .map(javaType -> of(javaType).aggregateType())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The registration under a wire name, if this build knows it. */
  public Optional<Registered> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All registrations. */
  public Collection<Registered> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** The names of the event types that outside producers publish, sorted. */
  public List<String> external() {
    return all().stream()
        .filter(Registered::isExternal)
        .map(registered -> registered.type().name())
        .sorted()
        .toList();
  }

  /** Where the events of an aggregate type are published, if this build knows it. */
  public Optional<String> topicOf(String aggregateType) {
    return Optional.ofNullable(topics.get(aggregateType));
  }

  /** All topics, sorted. */
  public Collection<String> topics() {
    return new TreeSet<>(topics.values());
  }

  /** All aggregate types. */
  public Collection<String> aggregateTypes() {
    return Collections.unmodifiableCollection(topics.keySet());
  }
}
