package io.cornershop.payments.gateway.stripe;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;

/**
 * Stripe's own HTTP, as far as payments need it; the paths are below its version. Every status is
 * an answer, none an exception. Without a path of its own, so that nobody takes it for a resource.
 */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public interface StripeApi extends Closeable {

  /** Makes and confirms a payment intent. */
  @POST
  @Path("/payment_intents")
  Response create(@HeaderParam(StripeLine.KEY) String key, Form fields);

  /** Takes what an intent holds. */
  @POST
  @Path("/payment_intents/{intent}/capture")
  Response capture(
      @HeaderParam(StripeLine.KEY) String key, @PathParam("intent") String intent, Form fields);

  /** Lets go what an intent holds. */
  @POST
  @Path("/payment_intents/{intent}/cancel")
  Response cancel(
      @HeaderParam(StripeLine.KEY) String key, @PathParam("intent") String intent, Form fields);

  /** Shows an intent. */
  @GET
  @Path("/payment_intents/{intent}")
  Response find(@PathParam("intent") String intent);

  /** Gives money back. */
  @POST
  @Path("/refunds")
  Response refund(@HeaderParam(StripeLine.KEY) String key, Form fields);
}
