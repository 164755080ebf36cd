package io.cornershop.eventing.api.consumers;

import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.Rejected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Where a channel is to go back to.
 *
 * @param to beginning, position, timestamp or offset
 * @param position for a position: everything behind it
 * @param timestamp for a timestamp: everything that was published at or after it
 * @param topic for an offset, with
 * @param partition and
 * @param offset the first record that is to come again
 */
public record SeekRequest(
    @NotBlank String to,
    @PositiveOrZero OptionalLong position,
    Optional<Instant> timestamp,
    Optional<String> topic,
    @PositiveOrZero OptionalInt partition,
    @PositiveOrZero OptionalLong offset) {

  /**
   * The target.
   *
   * @throws Rejected for the end: a channel skips nothing
   * @throws InvalidValue when there is no such target, a part of it is missing, or one of another
   *     target is there
   */
  SeekTarget target() {
    SeekTarget target = named();
    requireNothingElse();
    return target;
  }

  private SeekTarget named() {
    return switch (to) {
      case "beginning" -> new SeekTarget.Beginning();
      case "position" -> new SeekTarget.Position(position.orElseThrow(missing("position")));
      case "timestamp" -> new SeekTarget.Timestamp(timestamp.orElseThrow(missing("timestamp")));
      case "offset" ->
          new SeekTarget.Offset(
              topic.orElseThrow(missing("topic")),
              partition.orElseThrow(missing("partition")),
              offset.orElseThrow(missing("offset")));
      case "end" ->
          throw Rejected.rule("seek-forward", "A channel goes back only: nothing is skipped");
      default -> throw new InvalidValue("to", "must be beginning, position, timestamp or offset");
    };
  }

  private void requireNothingElse() {
    boolean place = to.equals("offset");
    refuse("position", position.isPresent() && !to.equals("position"));
    refuse("timestamp", timestamp.isPresent() && !to.equals("timestamp"));
    refuse("topic", topic.isPresent() && !place);
    refuse("partition", partition.isPresent() && !place);
    refuse("offset", offset.isPresent() && !place);
  }

  private void refuse(String field, boolean refused) {
    if (refused) {
      throw new InvalidValue(field, "is no part of the target \"" + to + "\"");
    }
  }

  private Supplier<InvalidValue> missing(String field) {
    return () -> new InvalidValue(field, "must be there for this target");
  }
}
