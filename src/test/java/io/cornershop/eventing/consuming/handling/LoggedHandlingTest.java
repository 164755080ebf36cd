package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.testing.Await;
import io.cornershop.testing.LoggedFields;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lanes on one thread, so that what one task leaves behind another would show. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoggedHandlingTest {

  private static final String SPEAKER = LoggedHandlingTest.class.getName();
  private static final Logger LOG = System.getLogger(SPEAKER);

  @RegisterExtension private final LoggedFields logged = new LoggedFields(SPEAKER);

  private final ExecutorService one = Executors.newSingleThreadExecutor();
  private final ThreadFactory onTheOne = work -> new StartedOn(one, work);
  private final KeyedLanes lanes = new KeyedLanes(onTheOne, 8);
  private final PartitionProgress partition = new PartitionProgress();
  private long nextOffset;

  private static final class StartedOn extends Thread {

    private final ExecutorService where;

    StartedOn(ExecutorService where, Runnable work) {
      super(work);
      this.where = where;
    }

    @Override
    public void start() {
      where.execute(this::run);
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    partition.abandon();
    lanes.close(Duration.ofSeconds(10));
    one.shutdownNow();
  }

  @Test
  void a_line_of_a_handler_has_the_ids_of_its_event_and_no_other_line_has_them() {
    RecordingHandler counting =
        new RecordingHandler("counting", "Counted")
            .doing(event -> LOG.log(Level.INFO, "counts {0}", event.sequence()));
    HandlerDispatch dispatch = dispatching(counting);
    send(dispatch, counted("a", 1));
    Await.holds("one is written", () -> logged.lines().size() == 1);
    send(dispatch, counted("b", 1));
    Await.holds("all is finished", () -> partition.unfinished() == 0);
    one.submit(() -> LOG.log(Level.INFO, "afterwards"));
    Await.holds("it is written", () -> logged.lines().size() == 3);

    assertThat(logged.lines())
        .isEqualTo(List.of(fieldsOf(counted("a", 1)), fieldsOf(counted("b", 1)), Map.of()));
  }

  @Test
  void the_fields_go_with_an_event_that_fails() {
    RecordingHandler failing =
        new RecordingHandler("counting", "Counted")
            .doing(
                event -> {
                  LOG.log(Level.INFO, "fails");
                  throw new IllegalStateException("a bug");
                });
    send(dispatching(failing), counted("a", 1));
    Await.holds("it is a letter", () -> partition.unfinished() == 0);
    one.submit(() -> LOG.log(Level.INFO, "afterwards"));
    Await.holds("it is written", () -> logged.lines().getLast().isEmpty());

    assertThat(logged.lines().getFirst()).isEqualTo(fieldsOf(counted("a", 1)));
  }

  private static Map<String, String> fieldsOf(EventEnvelope event) {
    return Map.of(
        "correlationId",
        event.metadata().correlationId(),
        "eventId",
        event.eventId().toString(),
        "aggregate",
        "Counter/" + event.stream().aggregateId(),
        "consumer",
        "counting");
  }

  private HandlerDispatch dispatching(RecordingHandler handler) {
    return new HandlerDispatch(
        List.of(handler),
        CounterFixtures.TYPES,
        lanes,
        ConsumingFixtures.failures(
            new HeldEvents("projections", CounterFixtures.CLOCK), new InMemoryDeadLetters(), lanes),
        ConsumingFixtures.others());
  }

  private void send(HandlerDispatch dispatch, EventEnvelope event) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            "counters.events", 0, nextOffset++, event.stream().aggregateId(), json(event));
    record.headers().add("eventType", event.type().name().getBytes(StandardCharsets.UTF_8));
    ConsumingFixtures.ofThisLife().forEach(record.headers()::add);
    partition.delivered(record.offset());
    dispatch.accept(new PolledRecords(List.of(new Polled(record, partition))));
  }
}
