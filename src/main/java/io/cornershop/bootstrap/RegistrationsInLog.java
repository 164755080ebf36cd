package io.cornershop.bootstrap;

import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.customers.claims.ClaimBackfill.Page;
import io.cornershop.customers.claims.ClaimBackfill.Registrations;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Line;
import io.cornershop.kernel.CustomerId;
import java.util.List;

/** Who has registered, as the log of all commits tells it, which no view has to catch up with. */
record RegistrationsInLog(PositionLog log, EventTypes types) implements Registrations {

  private static final int LINES = 200;

  @Override
  public Page behind(long place) {
    String registered = types.of(CustomerRegistered.class).type().name();
    List<Line> lines = log.linesAfter(place, LINES);
    List<CustomerId> customers =
        lines.stream()
            .filter(line -> line.eventTypes().contains(registered))
            .map(line -> new CustomerId(Commit.streamIn(line.commitId()).aggregateId()))
            .toList();
    long through = lines.isEmpty() ? place : lines.getLast().number();
    return new Page(customers, through, lines.size() < LINES);
  }
}
