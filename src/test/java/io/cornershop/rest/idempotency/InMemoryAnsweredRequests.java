package io.cornershop.rest.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reference for the contract. */
public final class InMemoryAnsweredRequests implements AnsweredRequests {

  private static final Duration LEASE = Duration.ofSeconds(10);

  record Entry(
      String fingerprint, String lease, Instant leaseUntil, Optional<StoredAnswer> answer) {}

  private final Map<String, Entry> entries;
  private final Clock clock;

  public InMemoryAnsweredRequests(Clock clock) {
    this(new HashMap<>(), clock);
  }

  InMemoryAnsweredRequests(Map<String, Entry> entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  @Override
  public synchronized Claim claim(String id, String fingerprint) {
    Entry entry = entries.get(id);
    if (entry == null) {
      return grant(id, fingerprint);
    }
    if (!entry.fingerprint().equals(fingerprint)) {
      return new Claim.Reused();
    }
    if (entry.answer().isPresent()) {
      return new Claim.Answered(entry.answer().get());
    }
    return entry.leaseUntil().isAfter(clock.instant())
        ? new Claim.Running()
        : grant(id, fingerprint);
  }

  private Claim grant(String id, String fingerprint) {
    String lease = UUID.randomUUID().toString();
    entries.put(id, new Entry(fingerprint, lease, clock.instant().plus(LEASE), Optional.empty()));
    return new Claim.Granted(id, lease);
  }

  @Override
  public synchronized void answered(Claim.Granted claim, StoredAnswer answer) {
    entries.computeIfPresent(
        claim.id(),
        (id, e) -> new Entry(e.fingerprint(), e.lease(), e.leaseUntil(), Optional.of(answer)));
  }

  @Override
  public synchronized void refused(Claim.Granted claim) {
    entries.computeIfPresent(
        claim.id(), (id, e) -> e.lease().equals(claim.lease()) && e.answer().isEmpty() ? null : e);
  }
}
