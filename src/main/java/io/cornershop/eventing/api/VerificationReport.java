package io.cornershop.eventing.api;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.verification.Finding;
import io.cornershop.eventing.store.verification.Finding.Problem;
import io.cornershop.eventing.store.verification.Verified;
import io.cornershop.rest.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a verification has found on one page.
 *
 * @param sound whether nothing was found
 * @param checked how many commits were looked at
 * @param checkpoint stands for everything up to here: as {@code after} of a later call it goes on
 *     from here, and in the whole store it also tells if what is before has been rewritten
 * @param next the same, while there is more; absent at the end
 */
public record VerificationReport(
    boolean sound, int checked, List<Named> findings, String checkpoint, Optional<String> next) {

  /** One finding. */
  public record Named(
      Problem problem,
      Optional<String> aggregateType,
      Optional<String> aggregateId,
      Optional<String> commit,
      OptionalLong sequence,
      OptionalLong position,
      String detail) {

    private static Named of(Finding finding) {
      return new Named(
          finding.problem(),
          finding.stream().map(StreamId::aggregateType),
          finding.stream().map(StreamId::aggregateId),
          finding.commitId(),
          finding.sequence(),
          finding.position(),
          finding.detail());
    }
  }

  static VerificationReport of(Verified<?> verified, Cursor reached) {
    String checkpoint = reached.encoded();
    return new VerificationReport(
        verified.findings().isEmpty(),
        verified.checked(),
        verified.findings().stream().map(Named::of).toList(),
        checkpoint,
        Optional.of(checkpoint).filter(cursor -> verified.more()));
  }
}
