package io.cornershop.notifications.views;

import static io.cornershop.customers.CustomerFixtures.ERASED;
import static io.cornershop.customers.CustomerFixtures.LOGGED_IN;
import static io.cornershop.customers.CustomerFixtures.LOGGED_OUT;
import static io.cornershop.customers.CustomerFixtures.PHONE;
import static io.cornershop.customers.CustomerFixtures.REGISTERED;
import static io.cornershop.customers.CustomerFixtures.UPDATED;
import static io.cornershop.notifications.RecipientFixtures.ADA;
import static io.cornershop.notifications.RecipientFixtures.ADDED_AT;
import static io.cornershop.notifications.RecipientFixtures.CHANGED;
import static io.cornershop.notifications.RecipientFixtures.LAPTOP;
import static io.cornershop.notifications.RecipientFixtures.NIGHT;
import static io.cornershop.notifications.RecipientFixtures.PHONE_ADDED;
import static io.cornershop.notifications.RecipientFixtures.PHONE_GONE;
import static io.cornershop.notifications.RecipientFixtures.PHONE_RENEWED;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.RecipientEvent.NotificationPreferencesChanged;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionAdded;
import io.cornershop.notifications.views.RecipientRow.Browser;
import io.cornershop.notifications.views.RecipientRow.Quiet;
import io.cornershop.notifications.views.RecipientRow.Standing;
import io.cornershop.testing.ProjectionSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecipientProjectionTest {

  private static final StreamId ACCOUNT = new StreamId("Customer", "customer-ada");
  private static final StreamId WISHES = new StreamId("Recipient", "customer-ada");
  private static final List<String> ALL = List.of("EMAIL", "SMS", "PUSH");

  static final RecipientRow FORGOTTEN =
      new RecipientRow(
          "customer-ada",
          Standing.ERASED,
          "",
          Optional.empty(),
          Optional.empty(),
          "en",
          ALL,
          List.of(),
          List.of());

  private final ProjectionSpec<RecipientRow> recipient =
      ProjectionSpec.of(new RecipientProjection());

  private static Browser browser(PushSubscription s) {
    return new Browser(s.id(), s.endpoint(), s.p256dh(), s.auth());
  }

  @Test
  void a_new_customer_has_the_usual_wishes() {
    recipient
        .given(ACCOUNT, REGISTERED)
        .then(
            new RecipientRow(
                "customer-ada",
                Standing.REGISTERED,
                "Ada Example",
                Optional.of("ada@example.org"),
                PHONE,
                "en",
                ALL,
                List.of(),
                List.of()));
  }

  @Test
  void the_newest_address_goes_with_the_newest_wishes_whichever_came_first() {
    recipient
        .given(ACCOUNT, REGISTERED, LOGGED_IN, UPDATED, LOGGED_OUT)
        .given(
            WISHES,
            PHONE_ADDED,
            CHANGED,
            new PushSubscriptionAdded(ADA, LAPTOP, ADDED_AT),
            new PushSubscriptionAdded(ADA, PHONE_RENEWED, ADDED_AT))
        .then(
            new RecipientRow(
                "customer-ada",
                Standing.REGISTERED,
                "Ada Sample",
                Optional.of("ada.sample@example.org"),
                Optional.empty(),
                "fr",
                List.of("EMAIL", "PUSH"),
                List.of(new Quiet(NIGHT.from(), NIGHT.to(), NIGHT.zone())),
                List.of(browser(PHONE_RENEWED), browser(LAPTOP))));
  }

  @Test
  void a_subscription_that_is_gone_is_used_no_more() {
    recipient.given(WISHES, PHONE_ADDED, PHONE_GONE).then(RecipientRow.of("customer-ada"));
  }

  @Test
  void nothing_is_left_of_who_was_erased_whichever_came_first() {
    recipient
        .given(ACCOUNT, REGISTERED, ERASED)
        .given(WISHES, CHANGED, PHONE_ADDED)
        .then(FORGOTTEN);
  }

  @Test
  void what_cannot_be_read_any_more_is_of_who_was_erased() {
    recipient
        .given(
            WISHES,
            new NotificationPreferencesChanged(
                ADA, "[erased]", List.of(Channel.SMS), Optional.empty(), ADDED_AT))
        .given(ACCOUNT, REGISTERED)
        .then(FORGOTTEN);
  }

  @Test
  void a_subscription_that_cannot_be_read_any_more_is_of_who_was_erased() {
    PushSubscription unreadable = new PushSubscription("id", "[erased]", "[erased]", "[erased]");
    recipient
        .given(WISHES, new PushSubscriptionAdded(ADA, unreadable, ADDED_AT))
        .given(ACCOUNT, REGISTERED)
        .then(FORGOTTEN);
  }
}
