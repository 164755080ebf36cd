package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.eventing.testing.CounterFixtures.context;

import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.WaitingCaller;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** A handler whose first append can be held while others wait behind it. */
abstract class WaitingCommands {

  static final StoreLimits LIMITS = new StoreLimits(600_000, 2_000);

  final EventStore store = new InMemoryEventStore(LIMITS, CLOCK);
  final ObservedStore observed = new ObservedStore(store);
  final List<Commit> announced = Collections.synchronizedList(new ArrayList<>());
  final CommandHandler handler =
      new CommandHandler(
          new Aggregates(List.of(FearOfThirteen.COUNTERS)),
          observed,
          CounterFixtures.loaderOn(observed),
          CounterFixtures.envelopesBy(CLOCK),
          announced::add);
  final List<WaitingCaller<Object>> callers = new ArrayList<>();

  void send(CounterCommand command, CommandContext context) {
    callers.add(WaitingCaller.of(() -> resultOrRefusal(command, context)));
  }

  Object resultOrRefusal(CounterCommand command, CommandContext context) {
    try {
      return handler.handle(command, context).sequence();
    } catch (Rejected refusal) {
      return refusal.code();
    } catch (StaleVersion stale) {
      return "stale, is " + stale.actual();
    } catch (TooLarge | Unavailable | IllegalStateException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** Sends a first command, whose append is held until the answers are asked for. */
  void beginWith(CounterCommand command, String key) {
    observed.holdTheNextAppend();
    send(command, context(key));
  }

  List<Object> answers() {
    observed.openTheGate();
    return callers.stream().map(WaitingCaller::answer).toList();
  }

  static CommandContext expecting(long sequence, String key) {
    return new CommandContext(CommandId.of("counters", key), OptionalLong.of(sequence), METADATA);
  }

  List<Commit> stored() {
    return store.read(DOOR_STREAM, 1, 1_000);
  }

  List<List<Long>> sequencesAfterEachCommand() {
    return stored().stream()
        .map(commit -> commit.commands().stream().map(CommandOutcome::sequence).toList())
        .toList();
  }
}
