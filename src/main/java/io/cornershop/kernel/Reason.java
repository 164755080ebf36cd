package io.cornershop.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure in one line of a log: what failed, because of what, and where. Pure. */
public final class Reason {

  private static final int MOST_CAUSES = 5;
  private static final int MOST_CHARACTERS = 500;

  private Reason() {}

  /** The failure with its causes, and where the first of these was thrown. */
  public static String of(Throwable failure) {
    List<Throwable> chain =
        Stream.iterate(Optional.of(failure), o -> o.map(Throwable::getCause))
            .takeWhile(Optional::isPresent)
            .map(Optional::get)
            .limit(MOST_CAUSES)
            .toList();
    String what = chain.stream().map(Reason::line).collect(Collectors.joining(", because of "));
    return what + place(chain.getLast());
  }

  /** The failure itself, without its causes. */
  public static String line(Throwable failure) {
    String text = failure.toString().replaceAll("\\s*\\R\\s*", " ");
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  private static String place(Throwable root) {
    StackTraceElement[] frames = root.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }
}
