package io.cornershop.kernel;

import java.util.Optional;

/**
 * A piece of work that is noted somewhere, so that the whole course of which it is a part can be
 * seen. Whoever does the work begins it and ends it once. Thread-safe; neither blocks nor throws.
 */
public interface Span {

  /** Work that nobody notes. */
  Span NONE = new Unnoted();

  /**
   * Its place in the course, as a W3C {@code traceparent}, for what it causes: stored or sent with
   * it, it is found again on another node or after a crash. Empty when nobody notes it.
   */
  Optional<String> context();

  /** Makes it what this thread does, until the result is closed on the same thread. */
  Present enter();

  /** A try has failed, another may follow; {@code kind} is one of few words, never a message. */
  void stumbled(String kind);

  /** How it went, where that is no failure, in one of few words. */
  void told(String outcome);

  /** It has failed; {@code kind} is one of few words, never a message. */
  void failed(String kind);

  /** It is over. */
  void end();

  /** The time in which a thread does a piece of work. */
  interface Present extends AutoCloseable {
    @Override
    void close();
  }

  /** Of {@link #NONE}. */
  final class Unnoted implements Span {

    private static final Present NOWHERE = () -> {};

    private Unnoted() {}

    @Override
    public Optional<String> context() {
      return Optional.empty();
    }

    @Override
    public Present enter() {
      return NOWHERE;
    }

    @Override
    public void stumbled(String kind) {
      // nothing to note
    }

    @Override
    public void told(String outcome) {
      // nothing to note
    }

    @Override
    public void failed(String kind) {
      // nothing to note
    }

    @Override
    public void end() {
      // nothing to note
    }
  }
}
