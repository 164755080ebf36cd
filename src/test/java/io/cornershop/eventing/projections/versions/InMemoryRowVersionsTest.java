package io.cornershop.eventing.projections.versions;

class InMemoryRowVersionsTest extends RowVersionsContract {

  @Override
  RowVersions emptyVersions() {
    return new InMemoryRowVersions();
  }
}
