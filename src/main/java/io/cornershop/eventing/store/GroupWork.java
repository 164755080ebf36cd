package io.cornershop.eventing.store;

import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Does together the jobs that wait at the same moment. The caller who finds nobody at work leads:
 * it does its own job and those that have gathered, in its own thread, and hands the lead to the
 * first that came meanwhile. A lone caller therefore waits for nothing and for nobody, and there is
 * no thread or timer of its own. Thread-safe.
 *
 * <p>Nobody waits for ever, and no end of a leader strands the others: when the work throws, each
 * job of the group ends with what it threw, and the lead goes on. Who is interrupted or out of
 * patience while waiting, or whose {@link Deadline} passes, leaves without a trace; a job that has
 * begun cannot be withdrawn, and its caller learns how it ended. The work is under the deadline of
 * the caller that leads, but has a second in any case: others should not fail because of one who
 * has waited long.
 *
 * @param <J> a job
 * @param <R> how a job ended
 * @see <a href="https://github.com/google/leveldb/blob/main/db/db_impl.cc">the technique is that of
 *     LevelDB's queue of writers, whose first writes for those behind it</a>
 */
public final class GroupWork<J, R> {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration LEAST_WORK = Duration.ofSeconds(1);

  /**
   * What keeps memory and waiting bounded.
   *
   * @param maxWaiting jobs that wait; one more is refused
   * @param longestWait until a job must have begun
   * @param longestWork until a job that has begun should have ended
   */
  public record Bounds(int maxWaiting, Duration longestWait, Duration longestWork) {}

  private final Bounds bounds;
  private final Supplier<Predicate<J>> admission;
  private final Function<List<J>, List<R>> work;
  private final WaitingLine<J, R> waiting = new WaitingLine<>();

  /**
   * @param admission makes, for each group, the rule that is asked about each waiting job in the
   *     order in which they came; the first always goes, whatever the rule says. Must not throw
   * @param work ends all jobs of a group, in the same order. It must end in bounded time
   */
  public GroupWork(
      Bounds bounds, Supplier<Predicate<J>> admission, Function<List<J>, List<R>> work) {
    this.bounds = bounds;
    this.admission = admission;
    this.work = work;
  }

  /**
   * Does a job, alone or with others.
   *
   * @return how it ended; empty when it has begun and is not known to have ended in time
   * @throws Unavailable when it was not begun: too many wait, it took too long, or the caller was
   *     interrupted
   * @throws RuntimeException what the work threw
   */
  public Optional<R> submit(J job) {
    Ticket<J, R> ticket =
        waiting.join(job, bounds.maxWaiting()).orElseThrow(() -> busy("Too much is waiting"));
    Optional<Turn> turn = ticket.await(Deadline.within(bounds.longestWait()));
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean leads = turn.filter(told -> told == Turn.LEADS).isPresent();
    if ((turn.isEmpty() || leads && (interrupted || isLate())) && waiting.withdraw(ticket)) {
      throw busy(interrupted ? "The wait was interrupted" : "Too much is waiting");
    }
    if (leads) {
      lead();
    } else if (turn.isEmpty() && !ticket.awaitEnd(Deadline.within(bounds.longestWork()))) {
      return Optional.empty();
    }
    return Optional.of(ticket.result());
  }

  private static boolean isLate() {
    return Deadline.current().filter(deadline -> deadline.left().isZero()).isPresent();
  }

  private static Unavailable busy(String reason) {
    return new Unavailable(reason + "; repeat with the same key", RETRY_AFTER, null);
  }

  private void lead() {
    List<Ticket<J, R>> group = List.of();
    try {
      group = begin();
      FutureTask<List<R>> task = group.getFirst().task();
      Deadline.withAtLeast(LEAST_WORK, () -> ran(task));
    } finally {
      waiting.passLead();
      group.forEach(ticket -> ticket.turn(Turn.ENDED));
    }
  }

  private static <T extends Runnable> T ran(T task) {
    task.run();
    return task;
  }

  /** Takes the first that waits, and who may go with it. */
  private List<Ticket<J, R>> begin() {
    List<Ticket<J, R>> group = waiting.take(admission.get());
    List<J> jobs = group.stream().map(Ticket::job).toList();
    FutureTask<List<R>> task = new FutureTask<>(() -> work.apply(jobs));
    for (int i = 0; i < group.size(); i++) {
      group.get(i).joins(task, i);
    }
    return group;
  }

  /** How a job of a finished group ended. */
  static <R> R endOf(FutureTask<List<R>> group, int index) {
    if (group.state() == State.SUCCESS) {
      return group.resultNow().get(index);
    }
    if (group.exceptionNow() instanceof RuntimeException failure) {
      throw failure;
    }
    throw new IllegalStateException("The work failed", group.exceptionNow());
  }

  /** What a waiting caller is told. */
  enum Turn {
    LEADS,
    ENDED
  }
}
