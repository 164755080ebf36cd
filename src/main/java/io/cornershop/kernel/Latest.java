package io.cornershop.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Remembers the values that were used last, up to a number of them; what was not used for the
 * longest time goes first. For what can be found out again, at a price. Thread-safe.
 */
public final class Latest<K, V> {

  private final Map<K, V> values;

  /**
   * @param capacity how many are remembered, at least 1
   */
  public Latest(int capacity) {
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Remembers this value instead of the one before. */
  public synchronized void put(K key, V value) {
    values.put(key, value);
  }

  /**
   * Remembers what {@code choice} makes of the known value and this one; this one when none is
   * known.
   */
  public synchronized void merge(K key, V value, BinaryOperator<V> choice) {
    V known = values.get(key);
    values.put(key, known == null ? value : choice.apply(known, value));
  }

  public synchronized void clear() {
    values.clear();
  }
}
