package io.cornershop.kernel;

/** A bug: something that goes through history again tried to have an effect outside. */
public final class ReplayViolation extends RuntimeException {

  ReplayViolation(String door, String replay) {
    super(replay + " tried to reach the outside: " + door + " refused");
  }
}
