package io.cornershop.eventing.consuming;

import io.cornershop.eventing.consuming.handling.OtherLives;
import io.cornershop.eventing.consuming.held.ChannelLetters;
import io.cornershop.eventing.consuming.held.FailurePolicy;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.consuming.held.OutageBrake;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.LetterOffices;
import io.cornershop.eventing.deadletters.RetrySchedule;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.testing.CounterFixtures;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Events as they lie on a topic. */
public final class ConsumingFixtures {

  static final EventType COUNTED = new EventType("Counted", 1);

  private ConsumingFixtures() {}

  /** The event that brings the counter {@code key} to {@code sequence}. */
  public static EventEnvelope counted(String key, long sequence) {
    return event(COUNTED, key, sequence);
  }

  public static EventEnvelope event(EventType type, String key, long sequence) {
    return new EventEnvelope(
        UUID.nameUUIDFromBytes((key + "/" + sequence).getBytes(StandardCharsets.UTF_8)),
        type,
        new StreamId("Counter", key),
        sequence,
        CounterFixtures.NOON,
        "{\"counterId\":\"" + key + "\",\"total\":" + sequence + "}",
        CounterFixtures.METADATA,
        OptionalLong.of(sequence * EventEnvelope.POSITIONS_PER_COMMIT));
  }

  /** What a channel does about failures, holding letters in {@code letters}. */
  public static Failures failures(HeldEvents held, DeadLetters letters, KeyedLanes lanes) {
    RandomGenerator random = RandomGenerator.getDefault();
    return new Failures(
        new FailurePolicy(random),
        held,
        new ChannelLetters(
            Channels.PROJECTIONS,
            LetterOffices.of(letters),
            new RetrySchedule(random),
            CounterFixtures.CLOCK),
        new OutageBrake(
            Channels.PROJECTIONS, OutageBrake.Settings.USUAL, lanes::busyKeys, System::nanoTime));
  }

  /** Which records are not of the stores that the tests have. */
  public static OtherLives others() {
    return new OtherLives(Channels.PROJECTIONS, () -> InMemoryEventStore.EPOCH);
  }

  /** Headers of a record that the relay of the tests' stores has written. */
  public static Headers ofThisLife() {
    return new RecordHeaders()
        .add("epoch", InMemoryEventStore.EPOCH.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] json(EventEnvelope event) {
    return EnvelopeJson.write(event).getBytes(StandardCharsets.UTF_8);
  }
}
