package io.cornershop.notifications.views;

import static io.cornershop.customers.CustomerFixtures.ERASED;
import static io.cornershop.customers.CustomerFixtures.REGISTERED;
import static io.cornershop.customers.CustomerFixtures.UPDATED;
import static io.cornershop.notifications.RecipientFixtures.ADA;
import static io.cornershop.notifications.RecipientFixtures.CHANGED;
import static io.cornershop.notifications.RecipientFixtures.FRENCH;
import static io.cornershop.notifications.RecipientFixtures.PHONE;
import static io.cornershop.notifications.RecipientFixtures.PHONE_ADDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.notifications.views.ViewedRecipients.View;
import io.cornershop.testing.ShopHistory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ViewedRecipientsTest {

  private static final StreamId ACCOUNT = new StreamId("Customer", "customer-ada");
  private static final StreamId WISHES = new StreamId("Recipient", "customer-ada");

  private final ShopHistory history = new ShopHistory();
  private final CurrentWishes current = new CurrentWishes(history.live());

  /** What the view shows. */
  private Optional<RecipientRow> row = Optional.empty();

  private boolean isCurrent = true;

  private final ViewedRecipients recipients =
      new ViewedRecipients(new View(id -> row, (id, streams) -> isCurrent), current);

  private static Recipient ada(Preferences wishes, PushSubscription... browsers) {
    return new Recipient(
        "customer-ada",
        "Ada Example",
        Optional.of("ada@example.org"),
        Optional.of("+49301234567"),
        wishes,
        List.of(browsers));
  }

  @Test
  void what_the_view_has_not_seen_yet_is_found_in_the_store() {
    history.happen(ACCOUNT, REGISTERED);
    history.happen(WISHES, CHANGED);
    row = Optional.of(RecipientProjection.after(RecipientRow.of("customer-ada"), REGISTERED));
    isCurrent = false;

    assertThat(recipients.find(ADA)).contains(ada(FRENCH));
  }

  @Test
  void a_view_that_has_seen_all_is_enough() {
    history.happen(ACCOUNT, REGISTERED);
    history.happen(ACCOUNT, UPDATED);
    row = Optional.of(RecipientProjection.after(RecipientRow.of("customer-ada"), REGISTERED));

    assertThat(recipients.find(ADA)).contains(ada(Preferences.USUAL));
  }

  @Test
  void a_customer_whom_the_view_has_not_seen_is_found_in_the_store() {
    history.happen(ACCOUNT, REGISTERED);
    history.happen(WISHES, CHANGED);
    history.happen(WISHES, PHONE_ADDED);

    assertThat(recipients.find(ADA)).contains(ada(FRENCH, PHONE));
  }

  @Test
  void a_customer_of_whom_the_view_knows_the_wishes_only_is_found_in_the_store() {
    row = Optional.of(RecipientRow.of("customer-ada"));
    history.happen(ACCOUNT, REGISTERED);

    assertThat(recipients.find(ADA)).contains(ada(Preferences.USUAL));
  }

  @Test
  void a_number_that_does_not_tell_its_country_is_left_as_it_was_written() {
    history.happen(
        ACCOUNT,
        new CustomerRegistered(
            ADA, "Ada", "ada@example.org", Optional.of("030 1234567"), REGISTERED.registeredAt()));

    assertThat(recipients.find(ADA).flatMap(Recipient::phone)).contains("030 1234567");
  }

  @Test
  void who_was_erased_is_nowhere_to_be_reached() {
    history.happen(ACCOUNT, REGISTERED);
    history.happen(WISHES, CHANGED);
    history.happen(ACCOUNT, ERASED);

    assertThat(recipients.find(ADA))
        .contains(
            new Recipient(
                "customer-ada",
                "",
                Optional.empty(),
                Optional.empty(),
                Preferences.USUAL,
                List.of()));
  }

  @Test
  void a_stranger_is_not_found_whatever_is_wished_in_the_name() {
    history.happen(WISHES, CHANGED);

    assertThat(recipients.find(ADA)).isEmpty();
  }

  @Test
  void wishes_go_with_the_sequence_of_their_stream() {
    history.happen(ACCOUNT, REGISTERED);
    assertThat(current.require(ADA).sequence()).isZero();

    history.happen(WISHES, CHANGED);
    history.happen(WISHES, PHONE_ADDED);
    CurrentWishes.Wishes wishes = current.require(ADA);

    assertThat(wishes.sequence()).isEqualTo(2);
    assertThat(wishes.row().preferences()).isEqualTo(FRENCH);
    assertThat(wishes.row().subscriptions()).containsExactly(PHONE);
  }

  @Test
  void a_stranger_and_who_was_erased_have_no_wishes() {
    assertThatThrownBy(() -> current.require(ADA))
        .isInstanceOf(NotFound.class)
        .hasMessage("There is no customer customer-ada");

    history.happen(ACCOUNT, REGISTERED);
    history.happen(ACCOUNT, ERASED);
    Rejected refusal = catchThrowableOfType(Rejected.class, () -> current.require(ADA));

    assertThat(refusal.code()).isEqualTo("customer-erased");
  }
}
