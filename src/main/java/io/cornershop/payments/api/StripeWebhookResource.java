package io.cornershop.payments.api;

import io.cornershop.payments.gateway.NoticeDesk.Effect;
import io.cornershop.payments.gateway.stripe.StripeWebhook;
import io.cornershop.rest.problems.Refusal;
import io.cornershop.rest.problems.Refused;
import io.cornershop.security.OpenToAll;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where Stripe tells what has become of payments; who may is said by the signature alone. */
@Path("/payments/webhooks/stripe")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class StripeWebhookResource {

  private static final String SIGNATURE = "Stripe-Signature";
  private static final Refusal NOT_SIGNED =
      Refusal.of(400, "invalid-signature", "Stripe has not signed this body in the last minutes");

  /** What the event has changed. */
  public record WebhookAnswer(Effect effect) {}

  @Inject private StripeWebhook webhook;

  /** An event of Stripe's. */
  @POST
  @PermitAll
  @Operation(
      extensions = @Extension(name = OpenToAll.EXTENSION, value = "true"),
      summary = "Receives an event of Stripe's",
      description =
          "Needs no token: the header Stripe-Signature must sign the body with the secret of the"
              + " endpoint, at most five minutes ago. The same event may come again, late or in"
              + " another order. effect: RECORDED (what the payment waited for), NOTHING_NEW,"
              + " CONTRADICTION (the payment's history says otherwise and stays), NOT_OURS.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "held", value = PaymentExamples.WEBHOOK)))
  @Parameter(
      name = SIGNATURE,
      in = ParameterIn.HEADER,
      required = true,
      description = "t=<seconds>,v1=<hex>",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "200",
      description = "It was heard, and need not come again",
      content =
          @Content(
              schema = @Schema(implementation = WebhookAnswer.class),
              examples = @ExampleObject(name = "news", value = "{\"effect\": \"RECORDED\"}")))
  @APIResponse(responseCode = "415", description = "Not application/json")
  @APIResponse(responseCode = "404", description = "There is no secret to check signatures with")
  public WebhookAnswer receive(byte[] event, @Context HttpHeaders headers) {
    if (!webhook.isOpen()) {
      throw new NotFoundException();
    }
    String signature = Optional.ofNullable(headers.getHeaderString(SIGNATURE)).orElse("");
    return webhook
        .receive(signature, event)
        .map(WebhookAnswer::new)
        .orElseThrow(() -> new Refused(NOT_SIGNED));
  }
}
