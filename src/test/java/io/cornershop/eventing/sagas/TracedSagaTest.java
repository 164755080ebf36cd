package io.cornershop.eventing.sagas;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.COUNTERS;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.observability.traces.TestSpans.parentOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandTraces;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.observability.traces.CommandSpans;
import io.cornershop.observability.traces.TestSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a process commands, as spans. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracedSagaTest {

  private static final Aggregates AGGREGATES = new Aggregates(List.of(COUNTERS, Sagas.AGGREGATE));
  private static final EventTypes TYPES = new EventTypes(AGGREGATES.all());
  private static final EventJson JSON = new EventJson(TYPES, PersonalDataCodec.PLAIN, List.of());

  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final InMemoryTimers timers = new InMemoryTimers();
  private final TestSpans noted = new TestSpans();

  /** A node that has nothing in memory yet. */
  private CommandHandler commands(CommandTraces traces) {
    return new CommandHandler(
            AGGREGATES,
            store,
            new AggregateLoader(store, JSON),
            new Envelopes(TYPES, JSON, PersonalDataCodec.PLAIN, CLOCK),
            commit -> {})
        .tracedBy(traces);
  }

  private SagaRunner<Counted> runner(CommandTraces traces) {
    return new SagaRunner<>(
        new CountingSaga(
            () -> List.of(Instruction.of(new Count(new CounterId("window"), 1))),
            List.of("CountWindow", "WaitForCellar")),
        new SagaRunner.Surroundings(
            store, new AggregateLoader(store, JSON), TYPES, JSON, commands(traces), timers, CLOCK));
  }

  private void countDoor() {
    commands(CommandTraces.NONE)
        .handle(
            new Count(DOOR, 1),
            CommandContext.of(CommandId.of("counters", "door"), METADATA.under(TestSpans.CALLER)));
  }

  @Test
  void a_timer_on_a_node_that_knows_nothing_goes_on_in_the_trace_that_is_stored() {
    countDoor();
    runner(CommandTraces.NONE)
        .handle(store.read(new StreamId("Counter", "door"), 1, 1).getFirst().events().getFirst());

    runner(new CommandSpans(noted.spans)).fire(timers.all().getFirst());

    assertThat(noted.names()).contains("FailStep", "Count");
    assertThat(noted.ended())
        .allMatch(span -> parentOf(span).orElseThrow().equals(TestSpans.CALLER))
        .extracting(SpanData::getAttributes)
        .allMatch(said -> said.toString().contains(CountingSaga.ID.value()));
  }
}
