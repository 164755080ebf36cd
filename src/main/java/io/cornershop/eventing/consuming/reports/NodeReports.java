package io.cornershop.eventing.consuming.reports;

import java.time.Instant;
import java.util.List;

/**
 * Keeps the last report of each node about each channel. Implementations are thread-safe; every
 * method throws {@link io.cornershop.kernel.Unavailable} when the database does not answer.
 */
public interface NodeReports {

  /** Keeps a report in the place of the node's last one about the channel. */
  void publish(NodeReport report);

  /** The last reports about a channel, by the names of the nodes. */
  List<NodeReport> of(String channel);

  /** Forgets all reports of a node, which has stopped. */
  void withdraw(String node);

  /** Forgets the reports that were made before a time, by nodes that are gone. */
  void forgetBefore(Instant time);
}
