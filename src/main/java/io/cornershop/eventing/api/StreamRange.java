package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.InvalidValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;

/** The query parameters that say which part of a stream is read. */
public class StreamRange {

  @QueryParam("fromSequence")
  private Long fromSequence;

  @QueryParam("direction")
  @DefaultValue("forward")
  private Direction direction;

  /** For the JAX-RS runtime, which fills the fields. */
  public StreamRange() {}

  /** A part of a stream, of which one page is read. */
  record From(Direction direction, long sequence) {

    List<EventEnvelope> read(StreamEvents events, StreamId stream, int max) {
      return switch (direction) {
        case FORWARD -> events.forward(stream, sequence, max);
        case BACKWARD -> events.backward(stream, sequence, max);
      };
    }
  }

  /** The name of the list that is read, for its cursors. */
  String listOf(StreamId stream) {
    return stream + " " + direction;
  }

  /** Where the next page begins: behind the sequence that was passed, else at the given one. */
  From from(Optional<Long> passed) {
    return new From(direction, passed.map(this::next).orElseGet(this::first));
  }

  private long next(long passed) {
    return switch (direction) {
      case FORWARD -> passed + 1;
      case BACKWARD -> passed - 1;
    };
  }

  private long first() {
    if (fromSequence != null && fromSequence < 1) {
      throw new InvalidValue("fromSequence", "must be a positive number");
    }
    return Optional.ofNullable(fromSequence)
        .orElse(direction == Direction.FORWARD ? 1 : StreamEvents.END);
  }
}
