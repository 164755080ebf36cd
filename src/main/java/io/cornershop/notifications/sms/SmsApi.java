package io.cornershop.notifications.sms;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;

/**
 * Twilio's own HTTP, as far as messages need it; the paths are below its version. Every status is
 * an answer, none an exception. Without a path of its own, so that nobody takes it for a resource.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">the resource</a>
 */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public interface SmsApi extends Closeable {

  /** Hands a message over. */
  @POST
  @Path("/Accounts/{account}/Messages.json")
  Response create(@PathParam("account") String account, Form fields);

  /** Messages to a number, the newest first. */
  @GET
  @Path("/Accounts/{account}/Messages.json")
  Response list(
      @PathParam("account") String account,
      @QueryParam("To") String to,
      @QueryParam("PageSize") int limit);
}
