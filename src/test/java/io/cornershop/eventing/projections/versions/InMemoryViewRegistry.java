package io.cornershop.eventing.projections.versions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** States as simple as they can be: the reference for their contract. Thread-safe. */
public final class InMemoryViewRegistry implements ViewRegistry {

  private final Map<String, ViewState> states = new ConcurrentHashMap<>();

  @Override
  public Optional<ViewState> find(String view) {
    return Optional.ofNullable(states.get(view));
  }

  @Override
  public List<ViewState> all() {
    return List.copyOf(states.values());
  }

  @Override
  public ViewState ensure(String view, int fold) {
    return states.computeIfAbsent(view, absent -> ViewState.first(absent, fold));
  }

  @Override
  public boolean save(ViewState next) {
    AtomicBoolean saved = new AtomicBoolean();
    states.computeIfPresent(
        next.view(),
        (view, present) -> {
          saved.set(present.revision() == next.revision() - 1);
          return saved.get() ? next : present;
        });
    return saved.get();
  }
}
