package io.cornershop.observability.levels;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The levels of the loggers of this process. The server gives each logger a level of its own, so
 * that nothing is inherited: each is set by itself, and set back to what it was. Thread-safe.
 */
final class LoggerLevels {

  /** A logger that was changed, held so that it is not collected, and the level it had. */
  private record Changed(Logger logger, Optional<Level> before, Level effective) {}

  private final RaisedLines raised = new RaisedLines();
  private final Map<String, Changed> changed = new HashMap<>();

  /** From now on these wishes hold and no others; of several the one with the longest name. */
  synchronized void apply(Collection<LevelWish> wishes) {
    wishes.forEach(wish -> Logger.getLogger(wish.logger()));
    Map<String, LogLevel> wanted = wanted(wishes);
    for (String name : List.copyOf(changed.keySet())) {
      if (!wanted.containsKey(name)) {
        setBack(changed.remove(name));
      }
    }
    wanted.forEach(this::set);
  }

  private static Map<String, LogLevel> wanted(Collection<LevelWish> wishes) {
    List<LevelWish> closest =
        wishes.stream()
            .sorted(Comparator.comparing((LevelWish wish) -> wish.logger().length()).reversed())
            .toList();
    Map<String, LogLevel> wanted = new HashMap<>();
    for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
      closest.stream()
          .filter(wish -> wish.covers(name))
          .findFirst()
          .ifPresent(wish -> wanted.put(name, wish.level()));
    }
    return wanted;
  }

  private void set(String name, LogLevel level) {
    Logger logger = Logger.getLogger(name);
    changed.computeIfAbsent(name, any -> begin(logger));
    if (logger.getLevel() != level.level()) {
      logger.setLevel(level.level());
    }
  }

  private Changed begin(Logger logger) {
    Changed before =
        new Changed(logger, Optional.ofNullable(logger.getLevel()), effectiveLevel(logger));
    logger.addHandler(raised);
    return before;
  }

  private static Level effectiveLevel(Logger logger) {
    for (Logger at = logger; at != null; at = at.getParent()) {
      if (at.getLevel() != null) {
        return at.getLevel();
      }
    }
    return Level.INFO;
  }

  /** A level that was inherited is set once more: the server takes no notice of its end. */
  private void setBack(Changed before) {
    before.logger().removeHandler(raised);
    before.logger().setLevel(before.before().orElse(before.effective()));
    if (before.before().isEmpty()) {
      before.logger().setLevel(null);
    }
  }
}
