package io.cornershop.eventing.alarms;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.JSON;
import static io.cornershop.eventing.testing.CounterFixtures.NOON;
import static io.cornershop.eventing.testing.CounterFixtures.TYPES;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static io.cornershop.eventing.testing.CounterFixtures.handlerOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.eventing.timers.Timer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlarmHandlerTest {

  private static final Timer TIMER =
      new Timer("count-on/door", "count-on", "door", NOON.plusSeconds(60));

  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final CommandHandler commands = handlerOn(store, commit -> {});
  private final InMemoryTimers timers = new InMemoryTimers();
  private final CountingAlarm alarm = new CountingAlarm();
  private final AlarmHandler handler = new AlarmHandler(alarm, TYPES, JSON, timers, "processes");
  private final AlarmTimer timer = new AlarmTimer(alarm, commands, CLOCK);

  private List<EventEnvelope> events() {
    return store.read(DOOR_STREAM, 1, 100).stream()
        .map(Commit::events)
        .flatMap(List::stream)
        .toList();
  }

  private void count(int times) {
    commands.handle(new Count(DOOR, times), context("count " + times));
  }

  @Test
  void is_known_by_the_name_of_the_alarm_and_wants_its_events() {
    assertThat(handler)
        .returns("count-on", AlarmHandler::name)
        .returns("processes", AlarmHandler::group)
        .returns(Set.of("Counted"), AlarmHandler::eventTypes);
    assertThat(timer.kind()).isEqualTo("count-on");
  }

  @Test
  void sets_one_timer_however_often_an_event_comes() {
    count(2);
    events().forEach(handler::handle);
    events().forEach(handler::handle);
    assertThat(timers.all()).containsExactly(TIMER);
  }

  @Test
  void takes_the_timer_away() {
    count(3);
    events().forEach(handler::handle);
    assertThat(timers.all()).isEmpty();
  }

  @Test
  void sends_the_command_once_in_effect_and_again_for_another_due_time() {
    count(1);
    timer.fire(TIMER);
    timer.fire(TIMER);
    assertThat(events()).hasSize(2);
    timer.fire(new Timer(TIMER.id(), TIMER.kind(), TIMER.subject(), NOON.plusSeconds(61)));
    assertThat(events()).hasSize(3);
  }

  @Test
  void takes_a_refusal_for_an_end() {
    commands.handle(new Stop(DOOR), context("stop"));
    int before = events().size();
    timer.fire(TIMER);
    assertThat(events()).hasSize(before);
  }
}
