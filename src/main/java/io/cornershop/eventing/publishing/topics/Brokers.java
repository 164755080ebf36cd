package io.cornershop.eventing.publishing.topics;

import org.apache.kafka.clients.admin.Admin;

/** The brokers of the cluster. Thread-safe. */
public final class Brokers {

  private final Admin admin;

  /**
   * @param admin stays the caller's
   */
  public Brokers(Admin admin) {
    this.admin = admin;
  }

  /**
   * How many there are at this moment.
   *
   * @throws io.cornershop.kernel.Unavailable when none answers within seconds
   */
  public int count() {
    return AdminAnswer.of("which brokers there are", admin.describeCluster().nodes()).size();
  }
}
