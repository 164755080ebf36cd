package io.cornershop;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PersonalData;
import io.cornershop.kernel.WireName;
import io.cornershop.testing.WholeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventCatalogueTest {

  private static final Path PAGE = Path.of("docs", "events.md");

  /** The aggregates of the platform. */
  private static EventTypes registry() {
    return WholeShop.TYPES;
  }

  @Test
  void the_page_says_what_the_registry_says() throws IOException {
    String page = new EventCatalogue(registry()).page();
    if (Boolean.getBoolean("cornershop.docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().isEqualTo(page);
  }

  sealed interface GuestEvent extends DomainEvent {

    @WireName(value = "GuestSatDown", version = 2)
    record SatDown(
        @DataSubject CustomerId guest,
        @PersonalData String name,
        List<Dish> dishes,
        Optional<Mood> mood,
        Instant at)
        implements GuestEvent {}

    @WireName("GuestLeft")
    record Left(CustomerId guest, boolean satisfied) implements GuestEvent {}
  }

  record Dish(Money price, int portions, @PersonalData Optional<String> wish) {}

  enum Mood {
    HUNGRY,
    HAPPY
  }

  record GuestDecider() implements Decider<Command, String, GuestEvent> {
    @Override
    public String initial() {
      return "";
    }

    @Override
    public List<GuestEvent> decide(Command command, String state) {
      return List.of();
    }

    @Override
    public String evolve(String state, GuestEvent event) {
      return state;
    }
  }

  @Test
  void an_event_is_listed_with_its_version_and_its_fields() {
    EventTypes guests =
        new EventTypes(
            List.of(
                new Aggregate<>(
                    "Guest",
                    "guests.events",
                    Command.class,
                    GuestEvent.class,
                    new GuestDecider())));

    assertThat(new EventCatalogue(guests).page())
        .endsWith(
            """

            ## Guest (`guests.events`)

            | event | schemas by version | fields |
            |---|---|---|
            | GuestLeft | [1](../src/main/resources/schemas/GuestLeft.v1.json) | \
            `guest` id, `satisfied` true or false |
            | GuestSatDown | [1](../src/main/resources/schemas/GuestSatDown.v1.json), \
            [2](../src/main/resources/schemas/GuestSatDown.v2.json) | `guest` id *subject*, `name` text *personal*, \
            `dishes` list of {`price` money, `portions` integer, `wish` text? *personal*}, \
            `mood` one of (HUNGRY, HAPPY)?, `at` time |
            """);
  }
}
