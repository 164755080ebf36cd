package io.cornershop.notifications.simulation;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.messages.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A provider that does what a script says, and counts what it has really taken. */
final class Provider implements Transport {

  /** Takes everything. */
  static final Function<OutgoingMessage, Outcome> TAKES = m -> new Outcome.Sent("r-" + m.id());

  /** Cannot be asked. */
  static final Function<OutgoingMessage, Outcome> KNOWS_NOTHING =
      m -> new Outcome.Unknown("cannot be asked");

  private final Channel channel;
  private final Map<NotificationId, Integer> taken = new ConcurrentHashMap<>();
  private final List<OutgoingMessage> messages = new ArrayList<>();
  private int attempts;
  private boolean room = true;
  private Optional<Outcome.NotNow> obstacle = Optional.empty();
  private Function<OutgoingMessage, Outcome> script = TAKES;
  private Function<OutgoingMessage, Outcome> memory = KNOWS_NOTHING;

  Provider(Channel channel) {
    this.channel = channel;
  }

  void does(Function<OutgoingMessage, Outcome> next) {
    script = next;
  }

  void knows(Function<OutgoingMessage, Outcome> next) {
    memory = next;
  }

  /** Tells the truth about what it has taken. */
  void remembers() {
    memory =
        m ->
            taken.containsKey(m.id())
                ? new Outcome.Sent("r-" + m.id())
                : new Outcome.Unknown("not known");
  }

  private record Connection(Optional<Outcome.NotNow> obstacle) implements Seat {
    @Override
    public void close() {
      // nobody counts them
    }
  }

  /** No connection is made. */
  void cannotBeReached(Optional<Outcome.NotNow> why) {
    obstacle = why;
  }

  /** Whether there is room for attempts. */
  void hasRoom(boolean next) {
    room = next;
  }

  @Override
  public Optional<Seat> seat() {
    return room ? Optional.of(new Connection(obstacle)) : Optional.empty();
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public synchronized Outcome deliver(OutgoingMessage message) {
    attempts++;
    Outcome outcome = script.apply(message);
    if (outcome instanceof Outcome.Sent) {
      take(message);
    }
    return outcome;
  }

  /** Has it, whatever it says. */
  void take(OutgoingMessage message) {
    taken.merge(message.id(), 1, Integer::sum);
    messages.add(message);
  }

  @Override
  public Outcome ask(OutgoingMessage message) {
    return memory.apply(message);
  }

  synchronized int attempts() {
    return attempts;
  }

  Map<NotificationId, Integer> taken() {
    return Map.copyOf(taken);
  }

  List<OutgoingMessage> messages() {
    return List.copyOf(messages);
  }
}
