package io.cornershop.observability.levels;

import io.cornershop.kernel.InvalidValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an operator wants to read of some loggers. Immutable.
 *
 * @param logger the name of a logger; those whose names begin with it and a dot belong to it
 * @param until when it ends by itself, in whole milliseconds
 */
public record LevelWish(String logger, LogLevel level, Instant until) {

  private static final String OURS = "io.cornershop";

  /**
   * Of the platform and of libraries that do not write what passes through them: a database
   * driver's or a mail library's log quotes documents and addresses.
   */
  private static final List<String> ROOTS =
      List.of(
          OURS,
          "io.opentelemetry",
          "org.apache.kafka",
          "org.mongodb.driver.cluster",
          "org.mongodb.driver.connection");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+([.$][A-Za-z0-9_]+)*");
  private static final int LONGEST = 200;

  public LevelWish {
    until = until.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The name of a logger that may be changed.
   *
   * @throws InvalidValue when it is none
   */
  public static String name(String logger) {
    boolean known = ROOTS.stream().anyMatch(root -> isWithin(root, logger));
    if (!known || logger.length() > LONGEST || !NAME.matcher(logger).matches()) {
      throw new InvalidValue("logger", "must lie within one of " + String.join(", ", ROOTS));
    }
    return logger;
  }

  /**
   * Whether it is about this logger. Ours have the names of classes. One below our root with the
   * name of a package is a library's, of which a class of ours is a kind: what it writes may quote
   * what passes through.
   */
  boolean covers(String name) {
    return isWithin(logger, name) && !(isWithin(OURS, name) && isPackage(name));
  }

  private static boolean isPackage(String name) {
    return Character.isLowerCase(name.charAt(name.lastIndexOf('.') + 1));
  }

  private static boolean isWithin(String root, String name) {
    return name.equals(root) || name.startsWith(root + ".");
  }

  boolean holdsAt(Instant now) {
    return now.isBefore(until);
  }
}
