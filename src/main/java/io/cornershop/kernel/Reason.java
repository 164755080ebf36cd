package io.cornershop.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure in one line of a log: what failed, because of what, and where. What a failure says is
 * told only where this code has worded it, or where it is about a connection: others quote the text
 * that they could not read, which may be a person's. Whoever repeats such words is not told either.
 * Pure.
 */
public final class Reason {

  private static final int MOST_CAUSES = 5;
  private static final int MOST_CHARACTERS = 500;
  private static final int MOST_FRAMES = 8;
  private static final String OURS = "io.cornershop.";
  private static final List<String> ABOUT_CONNECTIONS =
      List.of(
          "com.mongodb.",
          "org.apache.kafka.",
          "java.io.",
          "java.net.",
          "java.nio.",
          "javax.net.",
          "java.util.concurrent.");

  /** Of those packages, what is about a text, which it quotes. */
  private static final Set<String> ABOUT_TEXTS =
      Set.of(
          "java.net.URISyntaxException",
          "java.net.MalformedURLException",
          "java.nio.file.InvalidPathException");

  private static final String OF_THE_DATABASE = "com.mongodb.";

  /** Behind it the driver quotes what the database says, which quotes the document. */
  private static final char QUOTE = '\'';

  private Reason() {}

  /** The failure with its causes, and where the first of these was thrown. */
  public static String of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return what(chain) + place(chain.getLast());
  }

  /** The same with the way through this code to that place: for what nobody has expected. */
  public static String trace(Throwable failure) {
    List<Throwable> chain = chain(failure);
    String way =
        Arrays.stream(chain.getLast().getStackTrace())
            .skip(1)
            .filter(frame -> frame.getClassName().startsWith(OURS))
            .limit(MOST_FRAMES)
            .map(frame -> " < " + frame)
            .collect(Collectors.joining());
    return what(chain) + place(chain.getLast()) + way;
  }

  private static List<Throwable> chain(Throwable failure) {
    return Stream.iterate(Optional.of(failure), o -> o.map(Throwable::getCause))
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .limit(MOST_CAUSES)
        .toList();
  }

  private static String what(List<Throwable> chain) {
    return chain.stream().map(Reason::line).collect(Collectors.joining(", because of "));
  }

  /** The failure itself, without its causes. */
  public static String line(Throwable failure) {
    String said = mayBeTold(failure) ? words(failure) : failure.getClass().getName();
    String text = said.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  private static String words(Throwable failure) {
    String all = failure.toString();
    int quoted = failure.getClass().getName().startsWith(OF_THE_DATABASE) ? all.indexOf(QUOTE) : -1;
    return quoted < 0 ? all : all.substring(0, quoted) + "...";
  }

  private static boolean mayBeTold(Throwable failure) {
    return isWorded(failure) && chain(failure).stream().noneMatch(c -> isRepeated(c, failure));
  }

  private static boolean isWorded(Throwable failure) {
    String type = failure.getClass().getName();
    StackTraceElement[] frames = failure.getStackTrace();
    return type.startsWith(OURS)
        || ABOUT_CONNECTIONS.stream().anyMatch(type::startsWith) && !ABOUT_TEXTS.contains(type)
        || frames.length > 0 && frames[0].getClassName().startsWith(OURS);
  }

  /** Whether its words are not to be told, and are among those of the failure that it causes. */
  private static boolean isRepeated(Throwable cause, Throwable failure) {
    String secret = cause.getMessage();
    String all = failure.getMessage();
    boolean kept = !words(cause).equals(cause.toString()) || !isWorded(cause);
    return kept
        && cause != failure
        && secret != null
        && !secret.isBlank()
        && all != null
        && all.contains(secret);
  }

  private static String place(Throwable root) {
    StackTraceElement[] frames = root.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }
}
