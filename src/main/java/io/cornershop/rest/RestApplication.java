package io.cornershop.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The API; resources and providers are found by their annotations. */
@ApplicationPath(RestApplication.BASE)
@LoginConfig(authMethod = "MP-JWT")
@OpenAPIDefinition(
    info =
        @Info(
            title = "CornerShop",
            version = "1.0",
            description =
                "From the cart to the delivery. Errors are problem details (RFC 9457) with a"
                    + " stable code and a correlation id; lists go on by cursor; writes can be"
                    + " repeated under an Idempotency-Key."),
    servers = @Server(url = "/", description = "This server"),
    security = @SecurityRequirement(name = RestApplication.BEARER))
@SecurityScheme(
    securitySchemeName = RestApplication.BEARER,
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
public class RestApplication extends Application {

  /** Where the API begins. */
  static final String BASE = "/api";

  static final String BEARER = "bearer";
}
