package io.cornershop.eventing.projections.versions;

class InMemoryViewRegistryTest extends ViewRegistryContract {

  @Override
  ViewRegistry emptyRegistry() {
    return new InMemoryViewRegistry();
  }
}
