package io.cornershop.eventing.projections.rebuild;

/** An operator or another node has changed the job: it is no longer this node's to go on. */
final class ClaimLost extends RuntimeException {

  ClaimLost() {
    super("The job was changed by somebody else", null, false, false);
  }
}
