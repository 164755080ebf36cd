package io.cornershop.observability.levels;

import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Wishes in memory; they can be made not to answer. One thread. */
final class InMemoryLevelWishes implements LevelWishes {

  private final Map<String, LevelWish> wishes = new TreeMap<>();
  private boolean silent;

  void silent(boolean now) {
    silent = now;
  }

  private void answer() {
    if (silent) {
      throw new Unavailable("The database does not answer", Duration.ofSeconds(1), null);
    }
  }

  @Override
  public List<LevelWish> all() {
    answer();
    return List.copyOf(wishes.values());
  }

  @Override
  public boolean put(LevelWish wish) {
    answer();
    return wishes.put(wish.logger(), wish) == null;
  }

  @Override
  public void remove(String logger) {
    answer();
    wishes.remove(logger);
  }
}
