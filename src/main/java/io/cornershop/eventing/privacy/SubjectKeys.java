package io.cornershop.eventing.privacy;

import java.util.Optional;

/**
 * The keys of people, wrapped by the master key. Each method is one atomic step. Implementations
 * are thread-safe; they throw {@link io.cornershop.kernel.Unavailable} when the database does not
 * answer.
 */
public interface SubjectKeys {

  /** What is known of a person's key. */
  sealed interface Entry {

    /**
     * There is one.
     *
     * @param text the key as {@link MasterKeys} wraps it
     */
    record Wrapped(String text) implements Entry {}

    /** There was one, or might have been, and there never will be one again. */
    record Destroyed() implements Entry {}
  }

  /** What is known of the key of {@code subject}. */
  Optional<Entry> find(String subject);

  /**
   * Adds a key for a person of whom nothing is known.
   *
   * @return what is known now: this key, the one that somebody else added before, or that it is
   *     destroyed
   */
  Entry add(String subject, String wrapped);

  /** Forgets the key, and that there can be another. Once more changes nothing. */
  void destroy(String subject);
}
