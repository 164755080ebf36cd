package io.cornershop.eventing.publishing;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import java.util.HashSet;
import java.util.Set;

/** Says once of each stream why it cannot be published; its commits stay pending. One thread. */
final class HeldStreams {

  private static final System.Logger LOG = System.getLogger(HeldStreams.class.getName());
  private static final int REMEMBERED = 1_000;

  private final Set<StreamId> held = new HashSet<>();

  void hold(StreamId stream, String reason) {
    if (held.size() >= REMEMBERED) {
      held.clear();
    }
    if (held.add(stream)) {
      try (LogScope lines = LogScope.open(LogField.AGGREGATE, stream)) {
        LOG.log(System.Logger.Level.ERROR, "{0} is not published: {1}", stream, reason);
      }
    }
  }
}
