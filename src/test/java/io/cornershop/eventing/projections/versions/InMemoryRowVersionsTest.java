package io.cornershop.eventing.projections.versions;

class InMemoryRowVersionsTest extends RowVersionsContract {

  @Override
  RowVersions emptyVersions() {
    return new InMemoryRowVersions();
  }

  @Override
  void damage(RowVersions versions, int version, String id) {
    ((InMemoryRowVersions) versions).damage(version, id);
  }
}
