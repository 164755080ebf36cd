package io.cornershop.eventing.store;

class InMemorySnapshotsTest extends SnapshotsContract {

  @Override
  protected Snapshots noSnapshots() {
    return new InMemorySnapshots();
  }
}
