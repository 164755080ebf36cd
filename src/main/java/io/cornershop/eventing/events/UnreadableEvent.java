package io.cornershop.eventing.events;

/** An event that this build cannot turn into its domain type, or into what is made of it. */
public final class UnreadableEvent extends RuntimeException {

  private final boolean newerThanThisBuild;

  private UnreadableEvent(String message, boolean newerThanThisBuild, Throwable cause) {
    super(message, cause);
    this.newerThanThisBuild = newerThanThisBuild;
  }

  /** The type or its version is not known here; a newer build may know it. */
  public static UnreadableEvent newer(EventType type) {
    return new UnreadableEvent(type + " is not known to this build", true, null);
  }

  /** What has to be made of the event is made by a newer build only. */
  public static UnreadableEvent outgrown(String what) {
    return new UnreadableEvent(what + " is kept by a newer build than this", true, null);
  }

  /** The bytes are not what the type says. */
  public static UnreadableEvent malformed(String what, Throwable cause) {
    return new UnreadableEvent(what + " cannot be decoded", false, cause);
  }

  /** Whether waiting for newer code can help. */
  public boolean newerThanThisBuild() {
    return newerThanThisBuild;
  }
}
