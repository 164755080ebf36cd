package io.cornershop.customers.erasure;

import io.cornershop.customers.CustomerCommand.ErasePersonalData;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Unavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Erases many customers, one after the other, each as if it had been asked for alone: first the
 * event, then the key. For what a restored backup has brought back. Thread-safe.
 */
public final class Erasures {

  /** The most customers at once. */
  public static final int MOST = 1_000;

  /** What became of a customer. */
  public enum Result {
    /** Erased, now or before. */
    ERASED,
    /** The shop does not know this customer; nothing was done. */
    UNKNOWN
  }

  /** What became of one of them. */
  public record Erased(CustomerId customerId, Result result) {}

  private final CommandHandler commands;
  private final Erasure erasure;
  private final Clock clock;

  public Erasures(CommandHandler commands, Erasure erasure, Clock clock) {
    this.commands = commands;
    this.erasure = erasure;
    this.clock = clock;
  }

  /**
   * Erases them; once more changes nothing.
   *
   * @param customers at most {@link #MOST}, all different
   * @param before is told of each customer before it is erased; when that fails, it is not
   * @return what became of each, in the given order
   * @throws Unavailable when the database does not answer; those before are erased then, and a
   *     repeat completes it
   */
  public List<Erased> erase(
      List<CustomerId> customers, CommandContext context, Consumer<CustomerId> before) {
    List<Erased> done = new ArrayList<>(customers.size());
    try {
      for (CustomerId customer : customers) {
        before.accept(customer);
        done.add(new Erased(customer, erase(customer, context)));
      }
      return List.copyOf(done);
    } catch (Unavailable e) {
      String progress = "%d of %d customers are done: repeat the same request";
      throw new Unavailable(progress.formatted(done.size(), customers.size()), e.retryAfter(), e);
    }
  }

  private Result erase(CustomerId customer, CommandContext context) {
    CommandId id = CommandId.of("erasure", context.commandId().value(), customer.value());
    try {
      commands.handle(
          new ErasePersonalData(customer, clock.instant()),
          CommandContext.of(id, context.metadata()));
    } catch (NotFound e) {
      return Result.UNKNOWN;
    }
    erasure.forget(customer);
    return Result.ERASED;
  }
}
