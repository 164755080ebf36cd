package io.cornershop.kernel;

/**
 * The commands of an aggregate that nobody can ask anything of, because all its events are {@link
 * ExternalEvent}s: there are none.
 */
public final class NoCommand implements Command {

  private NoCommand() {}

  @Override
  public Identifier target() {
    throw new UnsupportedOperationException("There is no such command");
  }
}
