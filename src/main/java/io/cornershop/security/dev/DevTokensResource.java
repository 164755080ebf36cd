package io.cornershop.security.dev;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.security.OpenToAll;
import io.cornershop.security.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives whoever asks on this machine a token with any role. */
@Path(DevTokens.PATH)
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "local run")
public class DevTokensResource {

  /** Who the token is for. */
  public record TokenRequest(@NotNull String role, Optional<CustomerId> customerId) {}

  /** The bearer token. */
  public record TokenAnswer(String token) {}

  @Inject private DevTokens tokens;
  @Inject private HttpServletRequest http;

  /** A new token. */
  @POST
  @PermitAll
  @Operation(
      extensions = @Extension(name = OpenToAll.EXTENSION, value = "true"),
      summary = "Issues a token for the local run")
  @APIResponse(
      responseCode = "200",
      description = "The token",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "404", description = "Only the local run has it, on loopback")
  @APIResponse(responseCode = "415", description = "Not application/json")
  public TokenAnswer issue(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      examples =
                          @ExampleObject(
                              name = "a customer",
                              value = "{\"role\": \"customer\", \"customerId\": \"ada\"}")))
          @Valid
          @NotNull
          TokenRequest request) {
    if (!tokens.enabled() || !Loopback.is(http.getLocalAddr(), http.getServerName())) {
      throw new NotFoundException();
    }
    if (!Role.ALL.contains(request.role())) {
      throw new InvalidValue(
          "role", "must be one of " + String.join(", ", new TreeSet<>(Role.ALL)));
    }
    return new TokenAnswer(tokens.issue(request.role(), request.customerId()));
  }
}
