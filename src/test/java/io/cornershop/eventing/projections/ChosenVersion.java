package io.cornershop.eventing.projections;

import io.cornershop.eventing.projections.versions.ServedVersions;
import jakarta.enterprise.context.ApplicationScoped;

/** Which version the repositories of a test read. */
@ApplicationScoped
public class ChosenVersion implements ServedVersions {

  private volatile int version = 1;

  void choose(int chosen) {
    version = chosen;
  }

  @Override
  public int of(String view) {
    return version;
  }
}
