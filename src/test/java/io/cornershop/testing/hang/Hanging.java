package io.cornershop.testing.hang;

/** A method that hangs, until this is closed. */
public interface Hanging extends AutoCloseable {

  /** Whoever hangs goes on, and nobody hangs any more. */
  @Override
  void close();
}
