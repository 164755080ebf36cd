package io.cornershop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Records a measurement with Java Flight Recorder, for whoever wants to know why a target is
 * missed, and sums the recording up: in which methods each side's threads run, and how long they
 * wait for what. Recording costs a little: figures of such a run are not for the page.
 */
final class Recordings {

  private static final int MOST = 15;
  private static final String OURS = "ours and what works for it";
  private static final Map<String, String> WAITS =
      Map.of(
          "jdk.SocketRead", "reading from a socket",
          "jdk.ThreadPark", "parked",
          "jdk.JavaMonitorEnter", "before a monitor",
          "jdk.JavaMonitorWait", "in a monitor");

  private Recordings() {}

  /** What is recorded. */
  interface Work<T> {
    T run() throws InterruptedException;
  }

  /** Does the work and leaves {@code target/bench/<name>.jfr} and {@code .txt}. */
  static <T> T of(String name, Work<T> work) throws InterruptedException {
    Path file = BenchSettings.FOLDER.resolve(name + ".jfr");
    try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
      WAITS
          .keySet()
          .forEach(wait -> recording.enable(wait).withThreshold(Duration.ofNanos(100_000)));
      recording.start();
      T result = work.run();
      recording.stop();
      recording.dump(Files.createDirectories(file.getParent()).resolve(file.getFileName()));
      String summary = summary(RecordingFile.readAllEvents(file));
      Files.writeString(BenchSettings.FOLDER.resolve(name + ".txt"), summary);
      System.out.println(summary);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String summary(List<RecordedEvent> events) {
    StringBuilder text = new StringBuilder();
    for (String side : List.of(OURS, "raw")) {
      List<RecordedEvent> mine = events.stream().filter(e -> sideOf(e).equals(side)).toList();
      text.append("Running, %s:%n".formatted(side)).append(running(mine));
      text.append("Waiting, %s:%n".formatted(side)).append(waiting(mine));
    }
    return text.toString();
  }

  private static String sideOf(RecordedEvent event) {
    String thread = threadOf(event);
    return thread.startsWith("raw") ? "raw" : thread.startsWith("setup") ? "setup" : OURS;
  }

  private static String threadOf(RecordedEvent event) {
    RecordedThread thread =
        event.hasField("sampledThread") ? event.getThread("sampledThread") : event.getThread();
    return thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
  }

  /**
   * Shares of the samples by the topmost method of the engine, else by the thread's first class.
   */
  private static String running(List<RecordedEvent> events) {
    Map<String, Long> samples =
        events.stream()
            .filter(e -> e.getEventType().getName().equals("jdk.ExecutionSample"))
            .filter(e -> e.getStackTrace() != null)
            .map(Recordings::place)
            .collect(Collectors.groupingBy(place -> place, TreeMap::new, Collectors.counting()));
    long all = samples.values().stream().mapToLong(Long::longValue).sum();
    String total = "  %d samples%n".formatted(all);
    return samples.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST)
        .map(e -> "  %4.1f %%  %s%n".formatted(100.0 * e.getValue() / all, e.getKey()))
        .collect(Collectors.joining("", total, ""));
  }

  private static String place(RecordedEvent sample) {
    List<RecordedFrame> frames = sample.getStackTrace().getFrames();
    return frames.stream()
        .map(Recordings::method)
        .filter(method -> method.startsWith("io.cornershop.eventing"))
        .findFirst()
        .orElseGet(() -> frames.getLast().getMethod().getType().getName());
  }

  private static String method(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static String waiting(List<RecordedEvent> events) {
    Map<String, Double> millis =
        events.stream()
            .filter(e -> WAITS.containsKey(e.getEventType().getName()))
            .filter(e -> !threadOf(e).isEmpty())
            .collect(
                Collectors.groupingBy(
                    e -> WAITS.get(e.getEventType().getName()) + ", " + threads(e),
                    TreeMap::new,
                    Collectors.summingDouble(e -> e.getDuration().toNanos() / 1e6)));
    return millis.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST)
        .map(e -> "  %,10.0f ms  %s%n".formatted(e.getValue(), e.getKey()))
        .collect(Collectors.joining());
  }

  /** Threads by their name without numbers. */
  private static String threads(RecordedEvent event) {
    return threadOf(event).replaceAll("\\d+", "n");
  }
}
