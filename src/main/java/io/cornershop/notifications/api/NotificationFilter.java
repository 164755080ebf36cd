package io.cornershop.notifications.api;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.State;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a list of messages, besides the page. */
public class NotificationFilter {

  @QueryParam("customerId")
  @Parameter(description = "To whom")
  private CustomerId customerId;

  @QueryParam("channel")
  @Parameter(description = "By which way", schema = @Schema(enumeration = {"EMAIL", "SMS", "PUSH"}))
  private String channel;

  @QueryParam("state")
  @Parameter(
      description = "Where they stand",
      schema =
          @Schema(
              enumeration = {
                "PENDING",
                "SENDING",
                "SENT",
                "FAILED",
                "UNKNOWN",
                "SUPPRESSED",
                "EXPIRED"
              }))
  private String state;

  /** For the JAX-RS runtime, which fills the fields. */
  public NotificationFilter() {}

  Optional<CustomerId> customer() {
    return Optional.ofNullable(customerId);
  }

  /** What is asked for, of those who may be seen. */
  Ledger.Filter visible(Optional<CustomerId> customer) {
    return new Ledger.Filter(
        customer,
        Optional.ofNullable(channel).map(name -> named("channel", name, Channel.values())),
        Optional.ofNullable(state).map(name -> named("state", name, State.values())));
  }

  private static <E extends Enum<E>> E named(String field, String name, E[] all) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidValue(field, "must be one of " + Arrays.toString(all)));
  }
}
