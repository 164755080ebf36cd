package io.cornershop.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this process does: all of the platform, or a part that is scaled for itself. */
@ApplicationScoped
class Roles {

  @Inject
  @ConfigProperty(
      name = "cornershop.roles",
      defaultValue = "api,relay,projections,processes,notifications")
  List<String> active;

  boolean has(String role) {
    return active.contains(role);
  }
}
