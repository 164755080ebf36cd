package io.cornershop.eventing.events;

import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PersonalData;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A guest of a hotel: an event family with everything that an event can hold. */
sealed interface GuestEvent extends DomainEvent {

  /** Where somebody lives. */
  record Home(@PersonalData String street, String country) {}

  /** Somebody to call. */
  record Contact(@PersonalData String name, List<Home> homes) {}

  /** Somebody came; the third form of this event. */
  @WireName(value = "GuestArrived", version = 3)
  record Arrived(
      @DataSubject CounterId guestId,
      @PersonalData String name,
      @PersonalData Optional<String> email,
      @PersonalData List<String> aliases,
      Home home,
      List<Contact> contacts,
      Optional<Home> secondHome,
      Money deposit,
      int nights,
      Instant arrivedAt)
      implements GuestEvent {}

  /** Somebody left; tells nothing about a person. */
  @WireName("GuestLeft")
  record Left(CounterId guestId) implements GuestEvent {}

  /** The aggregate of this family. */
  static Aggregate<Command, Integer, GuestEvent> aggregate() {
    return new Aggregate<>("Guest", "guests.events", Command.class, GuestEvent.class, new Nobody());
  }

  /** Decides nothing. */
  final class Nobody implements Decider<Command, Integer, GuestEvent> {
    @Override
    public Integer initial() {
      return 0;
    }

    @Override
    public List<GuestEvent> decide(Command command, Integer state) {
      return List.of();
    }

    @Override
    public Integer evolve(Integer state, GuestEvent event) {
      return state + 1;
    }
  }

  /** A guest with everything. */
  static Arrived arrived() {
    return new Arrived(
        new CounterId("guest-1"),
        "Zoë \"Z\" O'Neill",
        Optional.of("zoe@example.org"),
        List.of("Z", "Zed"),
        new Home("1 Main St", "NL"),
        List.of(
            new Contact("Ann", List.of(new Home("2 High St", "GB"), new Home("3 Low St", "FR"))),
            new Contact("Bob", List.of())),
        Optional.of(new Home("4 Far St", "ES")),
        Money.of("10.10", "EUR"),
        2,
        Instant.parse("2026-11-05T12:00:00.250Z"));
  }
}
