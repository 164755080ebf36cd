package io.cornershop.eventing.alarms;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.eventing.timers.TimerHandler;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Rejected;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/**
 * Sends the command of one {@link Alarm} when its timer fires. Its id derives from timer and due
 * time, so that a second firing has no second effect; with it a new correlation begins, because
 * nobody has asked for anything. Thread-safe.
 */
public final class AlarmTimer implements TimerHandler {

  private static final Logger LOG = System.getLogger(AlarmTimer.class.getName());

  private final Alarm alarm;
  private final CommandHandler commands;
  private final Clock clock;

  public AlarmTimer(Alarm alarm, CommandHandler commands, Clock clock) {
    this.alarm = alarm;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return alarm.name();
  }

  @Override
  public void fire(Timer timer) {
    CommandId id = CommandId.of("timer", timer.id(), timer.due().toString());
    EventMetadata metadata = EventMetadata.of(id.value(), id.value(), alarm.name(), alarm.name());
    try {
      commands.handle(
          alarm.ring(timer.subject(), clock.instant()), CommandContext.of(id, metadata));
    } catch (Rejected e) {
      LOG.log(Level.INFO, "Timer {0}: refused with {1}, which ends it", timer.id(), e.code());
    }
  }
}
