package io.cornershop.observability.levels;

import java.util.List;

/**
 * Keeps the wishes, one for each name. Implementations are thread-safe, and throw {@link
 * io.cornershop.kernel.Unavailable} when the database does not answer.
 */
public interface LevelWishes {

  /** All that are kept, by name; also such as have ended. */
  List<LevelWish> all();

  /**
   * Keeps a wish in place of the one with the same name.
   *
   * @return whether there was none, so that one more is kept
   */
  boolean put(LevelWish wish);

  /** Forgets a wish; one that is not kept changes nothing. */
  void remove(String logger);
}
