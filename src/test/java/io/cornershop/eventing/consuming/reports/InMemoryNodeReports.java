package io.cornershop.eventing.consuming.reports;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps reports as long as the test runs. */
public final class InMemoryNodeReports implements NodeReports {

  private final Map<String, NodeReport> reports = new ConcurrentHashMap<>();

  @Override
  public void publish(NodeReport report) {
    reports.put(ReportDocuments.id(report.status().channel(), report.node()), report);
  }

  @Override
  public List<NodeReport> of(String channel) {
    return reports.values().stream()
        .filter(report -> report.status().channel().equals(channel))
        .sorted(Comparator.comparing(NodeReport::node))
        .toList();
  }

  @Override
  public void withdraw(String node) {
    reports.values().removeIf(report -> report.node().equals(node));
  }

  @Override
  public void forgetBefore(Instant time) {
    reports.values().removeIf(report -> report.at().isBefore(time));
  }
}
