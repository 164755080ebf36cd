package io.cornershop.eventing.projections;

class InMemoryRowsTest extends RowsContract {

  @Override
  Rows emptyRows() {
    return new InMemoryRows();
  }
}
