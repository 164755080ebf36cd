package io.cornershop.eventing.alarms;

import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.timers.Timers;
import java.util.Set;

/**
 * Sets the timers of one {@link Alarm} as its events say. An event that comes again sets the timer
 * again, which at worst makes it ring once more than needed. Thread-safe.
 */
public final class AlarmHandler implements EventHandler {

  private final Alarm alarm;
  private final Set<String> eventTypes;
  private final EventJson json;
  private final Timers timers;
  private final String group;

  /**
   * @param group the consumer group in which it runs
   */
  public AlarmHandler(Alarm alarm, EventTypes types, EventJson json, Timers timers, String group) {
    this.alarm = alarm;
    this.eventTypes = types.namesOf(alarm.events());
    this.json = json;
    this.timers = timers;
    this.group = group;
  }

  @Override
  public String name() {
    return alarm.name();
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public Set<String> eventTypes() {
    return eventTypes;
  }

  @Override
  public void handle(EventEnvelope event) {
    switch (alarm.react(json.decode(event))) {
      case Alarm.Wish.RingAt w ->
          timers.schedule(timerId(w.subject()), alarm.name(), w.subject(), w.due());
      case Alarm.Wish.Silence w -> timers.cancel(timerId(w.subject()));
    }
  }

  private String timerId(String subject) {
    return alarm.name() + "/" + subject;
  }
}
