package io.cornershop.kernel;

/** The request, or what it would store, is larger than allowed. Nothing was written. */
public final class TooLarge extends RuntimeException {

  public TooLarge(String message) {
    super(message);
  }
}
