package io.cornershop.eventing.deadletters;

import io.cornershop.eventing.deadletters.LetterSource.Header;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Letters of one sequence, each with fixed content. */
final class Letters {

  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  static final SequenceId CUPS = SequenceId.of("projections", "stock", "cup");
  static final SequenceId JUGS = SequenceId.of("projections", "stock", "jug");
  static final Optional<byte[]> BYTES = Optional.of("{}".getBytes(StandardCharsets.UTF_8));

  private Letters() {}

  /** One that waits, at {@code position}. */
  static Letter waiting(SequenceId sequence, long position) {
    return Letter.of(
            sequence.key() + "-" + position, sequence, source(position), OptionalLong.of(position))
        .as(LetterState.WAITING, LetterFailure.waiting(NOON.plusSeconds(position)));
  }

  /** One that has failed for good. */
  static Letter parked(SequenceId sequence, long position) {
    return waiting(sequence, position)
        .as(
            LetterState.PARKED,
            new LetterFailure("a bug", 4, NOON.plusSeconds(position), NOON.plusSeconds(position)));
  }

  /** One that nobody knows the position of. */
  static Letter unplaced(SequenceId sequence, long offset) {
    return Letter.of(sequence.key() + "@" + offset, sequence, source(offset), OptionalLong.empty())
        .as(LetterState.WAITING, LetterFailure.waiting(NOON));
  }

  private static LetterSource source(long offset) {
    List<Header> headers =
        List.of(
            Header.of("eventType", "Counted".getBytes(StandardCharsets.UTF_8)),
            Header.of("binary", new byte[] {0, -1, 7}),
            Header.of("empty", null));
    return new LetterSource("inventory.events", 3, offset, Optional.of("cup"), headers);
  }
}
