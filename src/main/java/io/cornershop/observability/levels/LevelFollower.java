package io.cornershop.observability.levels;

import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Follows the wishes on this node. While the database does not answer, those that were read last
 * hold until they end. Thread-safe.
 */
public final class LevelFollower {

  private static final Logger LOG = System.getLogger(LevelFollower.class.getName());

  private final LevelWishes wishes;
  private final Clock clock;
  private final LoggerLevels levels = new LoggerLevels();
  private List<LevelWish> known = List.of();
  private List<LevelWish> holding = List.of();

  public LevelFollower(LevelWishes wishes, Clock clock) {
    this.wishes = wishes;
    this.clock = clock;
  }

  /** Looks what is wanted now, and does it; never fails. */
  public synchronized void look() {
    try {
      known = wishes.all();
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "The wishes for levels are read later: {0}", e.getMessage());
    } catch (RuntimeException e) {
      // Whatever it is: the thread that looks must look again.
      LOG.log(Level.WARNING, "The wishes for levels cannot be read: {0}", Reason.line(e));
    }
    Instant now = clock.instant();
    List<LevelWish> present = known.stream().filter(wish -> wish.holdsAt(now)).toList();
    if (!present.equals(holding)) {
      LOG.log(Level.INFO, "Levels of loggers that an operator wants: {0}", words(present));
    }
    holding = present;
    levels.apply(holding);
  }

  private static String words(List<LevelWish> wishes) {
    return wishes.isEmpty() ? "none" : wishes.toString();
  }
}
