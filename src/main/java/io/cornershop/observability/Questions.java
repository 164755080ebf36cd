package io.cornershop.observability;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks several at once and waits for all together. A question that nobody has answered yet is not
 * asked again, so that one that hangs costs one thread. Thread-safe.
 */
final class Questions implements AutoCloseable {

  private final Duration longest;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("readiness-", 1).factory());
  private final Map<String, Future<String>> open = new HashMap<>();

  /**
   * @param longest how long all answers together may take
   */
  Questions(Duration longest) {
    this.longest = longest;
  }

  /** The answers in the order of the questions; {@code silence} for who does not answer. */
  synchronized Map<String, String> ask(Map<String, Callable<String>> questions, String silence) {
    long deadline = System.nanoTime() + longest.toNanos();
    questions.forEach(this::begin);
    Map<String, String> answers = new LinkedHashMap<>();
    questions
        .keySet()
        .forEach(name -> answers.put(name, answer(open.get(name), deadline, silence)));
    open.values().removeIf(Future::isDone);
    return answers;
  }

  private void begin(String name, Callable<String> question) {
    open.computeIfAbsent(name, any -> threads.submit(question));
  }

  /** Whatever goes wrong with a question, there is no answer. */
  private static String answer(Future<String> asked, long deadline, String silence) {
    try {
      return asked.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return silence;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return silence;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
