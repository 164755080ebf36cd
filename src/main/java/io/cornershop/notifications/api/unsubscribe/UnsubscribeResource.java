package io.cornershop.notifications.api.unsubscribe;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.notifications.RecipientCommand.SwitchOff;
import io.cornershop.notifications.unsubscribe.UnsubscribeTokens;
import io.cornershop.notifications.unsubscribe.UnsubscribeTokens.Ended;
import io.cornershop.notifications.views.CurrentWishes;
import io.cornershop.rest.RequestContext;
import io.cornershop.security.OpenToAll;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Ends messages by a link; who may is said by its token alone. Looking changes nothing, because
 * programs that check mails follow every link.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058, one click to unsubscribe</a>
 */
@Path("/unsubscribe")
@RequestScoped
@Produces("text/html; charset=utf-8")
@Tag(name = "notifications")
public class UnsubscribeResource {

  private static final String TOKEN = "What the link in the message has";

  @Inject private UnsubscribeTokens tokens;
  @Inject private CurrentWishes wishes;
  @Inject private CommandHandler commands;
  @Inject private RequestContext request;
  @Inject private Clock clock;
  @Context private HttpHeaders headers;

  /** Asks whether it is meant. */
  @GET
  @PermitAll
  @Operation(
      extensions = @Extension(name = OpenToAll.EXTENSION, value = "true"),
      summary = "Shows a page with a button that ends the messages",
      description = "Needs no token of a caller and changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The page, in the language of the browser",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class)))
  public Response ask(@Parameter(description = TOKEN) @QueryParam("token") String token) {
    tokens.read(token);
    return page(page().question());
  }

  /** The button of the page, and the one click of a mail program. */
  @POST
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  @Operation(
      extensions = @Extension(name = OpenToAll.EXTENSION, value = "true"),
      summary = "Ends messages of a channel to a customer",
      description =
          "Needs no token of a caller. Mail programs call it with one click (RFC 8058). Doing it"
              + " again changes nothing. Mandatory e-mails come all the same.")
  @APIResponse(
      responseCode = "200",
      description = "They have ended",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class)))
  public Response end(@Parameter(description = TOKEN) @QueryParam("token") String token) {
    Ended ended = tokens.read(token);
    if (wishes.find(ended.customer()).filter(found -> !found.row().isErased()).isPresent()) {
      commands.handle(
          new SwitchOff(ended.customer(), ended.channel(), clock.instant()), request.command());
    }
    return page(page().done());
  }

  private UnsubscribePage page() {
    return UnsubscribePage.in(List.copyOf(headers.getAcceptableLanguages()));
  }

  private static Response page(String html) {
    return Response.ok(html)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Robots-Tag", "noindex")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'")
        .build();
  }
}
