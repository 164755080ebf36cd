package io.cornershop.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The API; resources and providers are found by their annotations. */
@ApplicationPath(RestApplication.BASE)
@LoginConfig(authMethod = "MP-JWT")
public class RestApplication extends Application {

  /** Where the API begins. */
  static final String BASE = "/api";
}
