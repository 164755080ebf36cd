package io.cornershop.eventing.projections.versions;

import java.util.Optional;

/**
 * A rebuild on its way. Immutable.
 *
 * @param progress the checkpoint
 * @param comparison its last result
 * @param owner the node that works at it, empty for none
 * @param reason why it failed, else empty
 */
public record RebuildJob(
    RebuildOrder order,
    Status status,
    Phase phase,
    Progress progress,
    Optional<Comparison> comparison,
    String owner,
    String reason) {

  /** What is to be done with it. */
  public enum Status {
    /** A node works at it, or will. */
    RUNNING,
    /** An operator has stopped it; it can go on. */
    PAUSED,
    /** Built and compared; an operator decides. */
    WAITING,
    /** It met what no repeat heals; it can go on when that is mended. */
    FAILED,
    /** Its version is read. */
    DONE,
    /** An operator has given it up. */
    CANCELLED
  }

  /** How far it has come. */
  public enum Phase {
    /** Applies the history, beside the live version. */
    BUILDING,
    /** From here on live events reach it, too; what came meanwhile is fetched from the log. */
    HANDING_OVER,
    /** Complete and kept up to date; compared with the live version. */
    COMPARING,
    /** There is nothing left to do but to flip. */
    COMPARED
  }

  /** A job that nobody works at yet. */
  public static RebuildJob of(RebuildOrder order) {
    return new RebuildJob(
        order, Status.RUNNING, Phase.BUILDING, Progress.NONE, Optional.empty(), "", "");
  }

  /** Whether it can still come to something. */
  public boolean isOpen() {
    return status != Status.DONE && status != Status.CANCELLED;
  }

  /** Whether live events must reach its version. */
  public boolean isFed() {
    return isOpen() && phase != Phase.BUILDING;
  }

  /** The same job in the hands of {@code newOwner}. */
  public RebuildJob ownedBy(String newOwner) {
    return new RebuildJob(order, status, phase, progress, comparison, newOwner, reason);
  }

  /** The same job, in another status and with nobody working at it. */
  public RebuildJob become(Status newStatus, String newReason) {
    return new RebuildJob(order, newStatus, phase, progress, comparison, "", newReason);
  }

  /** The same job in another phase. */
  public RebuildJob in(Phase newPhase) {
    return new RebuildJob(order, status, newPhase, progress, comparison, owner, reason);
  }

  /** The same job further on. */
  public RebuildJob at(Progress newProgress) {
    return new RebuildJob(order, status, phase, newProgress, comparison, owner, reason);
  }

  /** The same job with what the comparison has found. */
  public RebuildJob compared(Comparison found) {
    return new RebuildJob(
        order, status, Phase.COMPARED, progress, Optional.of(found), owner, reason);
  }
}
