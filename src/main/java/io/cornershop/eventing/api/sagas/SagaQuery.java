package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.sagas.views.SagaList.Wanted;
import io.cornershop.eventing.sagas.views.SagaStanding;
import io.cornershop.kernel.OrderId;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that choose sagas. */
public class SagaQuery {

  @QueryParam("state")
  @Parameter(
      description = "Only in this state",
      schema = @Schema(implementation = SagaStanding.class))
  private SagaStanding state;

  @QueryParam("step")
  @Parameter(description = "Only at this step, such as ProcessPayment")
  private String step;

  @QueryParam("olderThan")
  @Parameter(
      description = "Only those that began longer ago than this, such as 15m, 2h, 3d or PT15M",
      schema = @Schema(type = SchemaType.STRING, examples = "15m"))
  private String olderThan;

  @QueryParam("orderId")
  @Parameter(description = "Only those of this order")
  private OrderId orderId;

  @QueryParam("sagaType")
  @Parameter(description = "Only of this type, such as order-fulfilment")
  private String sagaType;

  /** For the JAX-RS runtime, which fills the fields. */
  public SagaQuery() {}

  /** What is asked for at this time. */
  Wanted wanted(Instant now) {
    return new Wanted(
        Optional.ofNullable(state),
        Optional.ofNullable(step),
        Optional.ofNullable(orderId).map(OrderId::value),
        Optional.ofNullable(sagaType),
        Optional.ofNullable(olderThan).map(age -> now.minus(Age.parse("olderThan", age))));
  }

  /** Tells the list from all others, for its cursors: it is the same a moment later. */
  String list() {
    return "sagas %s/%s/%s/%s/%s".formatted(state, step, olderThan, orderId, sagaType);
  }
}
