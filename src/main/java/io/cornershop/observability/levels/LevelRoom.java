package io.cornershop.observability.levels;

import io.cornershop.kernel.Rejected;
import java.time.Instant;

/**
 * Keeps to the number of loggers that may be changed at once, on whatever nodes they are asked for.
 * Thread-safe.
 */
final class LevelRoom {

  private static final int MOST = 20;

  private final LevelWishes wishes;

  LevelRoom(LevelWishes wishes) {
    this.wishes = wishes;
  }

  /** Those that have ended make room. */
  void require(String logger, Instant now) {
    wishes.all().stream()
        .filter(wish -> !wish.holdsAt(now))
        .forEach(ended -> wishes.remove(ended.logger()));
    long others = wishes.all().stream().filter(wish -> !wish.logger().equals(logger)).count();
    if (others >= MOST) {
      throw full();
    }
  }

  /**
   * Keeps a wish. Who has made one too many of them sees it behind the writing, whoever wrote at
   * the same time, and takes its own back: all may then be refused, but never too many kept.
   */
  void put(LevelWish wish) {
    if (wishes.put(wish) && wishes.all().size() > MOST) {
      wishes.remove(wish.logger());
      throw full();
    }
  }

  private static Rejected full() {
    return Rejected.conflict("too-many-log-levels", MOST + " loggers are changed already");
  }
}
