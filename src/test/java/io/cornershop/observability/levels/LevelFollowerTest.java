package io.cornershop.observability.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.ListenedLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LevelFollowerTest {

  private static final String SHOP = "io.cornershop.levels.example";
  private static final Logger COUNTER = Logger.getLogger(SHOP + ".Counter");
  private static final Logger NEIGHBOUR = Logger.getLogger("io.cornershop.levels.examples");
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  /** Where the server listens: behind the loggers themselves. */
  @RegisterExtension private final ListenedLog server = ListenedLog.ofAll();

  private Instant now = NOON;
  private final InMemoryLevelWishes wishes = new InMemoryLevelWishes();
  private final LevelFollower node = new LevelFollower(wishes, following());

  private Clock following() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  @AfterEach
  void leaveNothing() {
    now = NOON.plus(Duration.ofDays(2));
    node.look();
  }

  private void want(String logger, LogLevel level, Duration length) {
    wishes.put(new LevelWish(logger, level, now.plus(length)));
    node.look();
  }

  private List<String> linesOf(Logger logger) {
    return server.lines().stream()
        .filter(line -> logger.getName().equals(line.getLoggerName()))
        .map(LevelFollowerTest::words)
        .toList();
  }

  private static String words(LogRecord line) {
    return line.getLevel() + " " + line.getMessage();
  }

  @Test
  void what_an_operator_wants_to_read_is_written_as_info() {
    COUNTER.fine("before");
    want(SHOP, LogLevel.DEBUG, Duration.ofMinutes(15));
    COUNTER.finer("still too little");
    COUNTER.fine("now");
    COUNTER.warning("as ever");
    NEIGHBOUR.fine("of another name");

    assertThat(linesOf(COUNTER)).isEqualTo(List.of("INFO DEBUG: now", "WARNING as ever"));
    assertThat(linesOf(NEIGHBOUR)).isEmpty();
  }

  @Test
  void a_wish_ends_by_itself_also_while_the_database_is_away() {
    want(SHOP, LogLevel.TRACE, Duration.ofMinutes(15));
    wishes.silent(true);
    now = NOON.plus(Duration.ofMinutes(14));
    node.look();
    COUNTER.finer("yes");
    now = NOON.plus(Duration.ofMinutes(15));
    node.look();
    COUNTER.fine("no");

    assertThat(linesOf(COUNTER)).isEqualTo(List.of("INFO TRACE: yes"));
    assertThat(COUNTER.isLoggable(Level.FINE)).isFalse();
    assertThat(COUNTER.getLevel()).isNull();
  }

  @Test
  void a_logger_of_a_library_that_goes_by_the_name_of_our_package_is_left_alone() {
    Logger library = Logger.getLogger("io.cornershop.notifications.email");
    Logger part = Logger.getLogger("io.cornershop.notifications.email.auth");
    want("io.cornershop", LogLevel.TRACE, Duration.ofMinutes(15));
    want("io.cornershop.notifications.email", LogLevel.TRACE, Duration.ofMinutes(15));

    library.fine("RCPT TO:<ada@example.org>");
    part.fine("AUTH PLAIN");

    assertThat(linesOf(library)).isEmpty();
    assertThat(linesOf(part)).isEmpty();
  }

  @Test
  void what_is_wanted_of_a_part_comes_before_what_is_wanted_of_the_whole() {
    want(SHOP, LogLevel.DEBUG, Duration.ofMinutes(15));
    want(SHOP + ".Counter", LogLevel.ERROR, Duration.ofMinutes(1));
    COUNTER.warning("quiet");
    now = NOON.plus(Duration.ofMinutes(2));
    node.look();
    COUNTER.fine("the whole");

    assertThat(linesOf(COUNTER)).isEqualTo(List.of("INFO DEBUG: the whole"));
  }

  @Test
  void a_level_that_a_logger_had_of_its_own_comes_back() {
    COUNTER.setLevel(Level.SEVERE);
    try {
      want(SHOP, LogLevel.DEBUG, Duration.ofMinutes(15));
      wishes.remove(SHOP);
      node.look();

      assertThat(COUNTER.getLevel()).isEqualTo(Level.SEVERE);
      assertThat(COUNTER.getHandlers()).isEmpty();
    } finally {
      COUNTER.setLevel(null);
    }
  }
}
