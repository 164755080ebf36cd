package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.kernel.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The one place that decides what a failure means, when to try again, and when to make a letter of
 * it. Nothing is ever skipped. Thread-safe.
 */
public final class FailurePolicy {

  /** Why an event failed. */
  enum Kind {
    /** Something that the handler needs does not answer; it heals alone. */
    TRANSIENT,
    /** Written by a newer build; this one cannot read it. */
    NEWER,
    /** Not readable, or the handler has a bug. */
    POISON
  }

  /**
   * What to do about a failure.
   *
   * @param held whether the tries in its lane are used up: it is to become a letter
   */
  public record Verdict(Kind kind, Duration delay, boolean held) {

    /** Whether it heals alone. */
    public boolean heals() {
      return kind == Kind.TRANSIENT;
    }

    /** What it is taken for, in one word. */
    public String word() {
      return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The state of the letter that it becomes. */
    public LetterState state() {
      return switch (kind) {
        case TRANSIENT -> LetterState.RETRYING;
        case NEWER -> LetterState.WAITING_FOR_UPGRADE;
        case POISON -> LetterState.PARKED;
      };
    }
  }

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_TRANSIENT_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int QUICK_RETRIES = 3;

  /** With their waits about ten seconds: 0.1 s, doubled each time. */
  private static final int TRANSIENT_RETRIES = 7;

  private static final int MAX_DOUBLINGS = 20;

  /** Waits are shortened by up to this share, so that many keys do not try at the same moment. */
  private static final double JITTER = 0.5;

  private final RandomGenerator random;

  public FailurePolicy(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Judges the failure of a try.
   *
   * @param attempts how many tries have failed, from 1
   */
  public Verdict judge(Throwable failure, int attempts) {
    return switch (kindOf(failure)) {
      case TRANSIENT ->
          new Verdict(
              Kind.TRANSIENT,
              delay(attempts, LONGEST_TRANSIENT_WAIT),
              attempts > TRANSIENT_RETRIES);
      case NEWER -> new Verdict(Kind.NEWER, delay(attempts, LONGEST_WAIT), true);
      case POISON ->
          new Verdict(Kind.POISON, delay(attempts, LONGEST_WAIT), attempts > QUICK_RETRIES);
    };
  }

  private Duration delay(int attempts, Duration longest) {
    long doubled = FIRST_WAIT.toNanos() << Math.min(attempts - 1, MAX_DOUBLINGS);
    long nanos = Math.min(doubled, longest.toNanos());
    return Duration.ofNanos((long) (nanos * (1 - JITTER * random.nextDouble())));
  }

  /** Whether a failure is that of something that does not answer, and heals alone. */
  public static boolean isOutage(Throwable failure) {
    return chain(failure).anyMatch(FailurePolicy::heals);
  }

  private static Kind kindOf(Throwable failure) {
    if (isOutage(failure)) {
      return Kind.TRANSIENT;
    }
    return chain(failure).anyMatch(FailurePolicy::newer) ? Kind.NEWER : Kind.POISON;
  }

  private static boolean heals(Throwable t) {
    return t instanceof Unavailable
        || t instanceof IOException
        || t instanceof TimeoutException
        || t instanceof RetriableException;
  }

  private static boolean newer(Throwable t) {
    return t instanceof UnreadableEvent unreadable && unreadable.newerThanThisBuild();
  }

  /** The failure and its causes; some libraries make rings of them. */
  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(Optional.of(failure), o -> o.map(Throwable::getCause))
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .limit(MAX_DOUBLINGS);
  }
}
