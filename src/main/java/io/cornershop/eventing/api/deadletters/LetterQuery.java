package io.cornershop.eventing.api.deadletters;

import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.kernel.InvalidValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that choose letters. */
public class LetterQuery {

  @QueryParam("consumer")
  @Parameter(description = "Channel and handler, such as projections/order-details")
  private String consumer;

  @QueryParam("state")
  @Parameter(
      description = "Only in this state",
      schema = @Schema(implementation = LetterState.class))
  private String state;

  @QueryParam("topic")
  @Parameter(description = "Only from this topic")
  private String topic;

  @QueryParam("key")
  @Parameter(description = "Only of this key of the consumer")
  private String key;

  /** What is asked for. */
  LetterFilter filter() {
    return new LetterFilter(
        Optional.ofNullable(consumer),
        Optional.ofNullable(state).map(LetterQuery::state),
        Optional.ofNullable(topic),
        Optional.ofNullable(key));
  }

  private static LetterState state(String name) {
    return Arrays.stream(LetterState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "state", "must be one of " + Arrays.toString(LetterState.values())));
  }
}
