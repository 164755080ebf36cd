package io.cornershop.bootstrap;

import io.cornershop.eventing.projections.versions.KnownVersions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a request reads it reads from one version of each view, whatever is flipped meanwhile. */
@RequestScoped
class RequestVersions {

  private final Map<String, Integer> versions = new ConcurrentHashMap<>();

  @Inject private KnownVersions known;

  int of(String view) {
    return versions.computeIfAbsent(view, known::active);
  }
}
