package io.cornershop.eventing.consuming.reports;

class InMemoryNodeReportsTest extends NodeReportsContract {

  @Override
  NodeReports create() {
    return new InMemoryNodeReports();
  }
}
