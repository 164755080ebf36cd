package io.cornershop.eventing.privacy;

import io.cornershop.eventing.privacy.SubjectKeys.Entry.Destroyed;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Wrapped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys in a map. */
public final class InMemorySubjectKeys implements SubjectKeys {

  private final Map<String, Entry> keys = new ConcurrentHashMap<>();

  @Override
  public Optional<Entry> find(String subject) {
    return Optional.ofNullable(keys.get(subject));
  }

  @Override
  public Entry add(String subject, String wrapped) {
    return keys.computeIfAbsent(subject, s -> new Wrapped(wrapped));
  }

  @Override
  public void destroy(String subject) {
    keys.put(subject, new Destroyed());
  }
}
