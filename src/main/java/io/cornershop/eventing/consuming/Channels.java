package io.cornershop.eventing.consuming;

/** The names of the engine's channels, which are the groups of {@link EventHandler}s. */
public final class Channels {

  /** Keeps the views up to date. */
  public static final String PROJECTIONS = "projections";

  /** Turns events into commands. */
  public static final String PROCESSES = "processes";

  /** Asks outside systems, and waits for them without holding up the processes. */
  public static final String GATEWAYS = "gateways";

  /** Tells people what has happened. */
  public static final String NOTIFICATIONS = "notifications";

  private Channels() {}
}
