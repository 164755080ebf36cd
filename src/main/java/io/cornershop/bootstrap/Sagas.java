package io.cornershop.bootstrap;

import io.cornershop.eventing.sagas.SagaRunner;
import java.util.List;

/** All processes that span aggregates. */
record Sagas(List<SagaRunner<?>> all) {

  Sagas {
    all = List.copyOf(all);
  }
}
