package io.cornershop.notifications.domain;

import static io.cornershop.notifications.RecipientFixtures.ADA;
import static io.cornershop.notifications.RecipientFixtures.ADDED_AT;
import static io.cornershop.notifications.RecipientFixtures.ADD_PHONE;
import static io.cornershop.notifications.RecipientFixtures.CHANGE;
import static io.cornershop.notifications.RecipientFixtures.CHANGED;
import static io.cornershop.notifications.RecipientFixtures.CHANGED_AT;
import static io.cornershop.notifications.RecipientFixtures.GIVE_UP_PHONE;
import static io.cornershop.notifications.RecipientFixtures.LAPTOP;
import static io.cornershop.notifications.RecipientFixtures.LOSE_PHONE;
import static io.cornershop.notifications.RecipientFixtures.NIGHT;
import static io.cornershop.notifications.RecipientFixtures.NO_MAIL;
import static io.cornershop.notifications.RecipientFixtures.PHONE;
import static io.cornershop.notifications.RecipientFixtures.PHONE_ADDED;
import static io.cornershop.notifications.RecipientFixtures.PHONE_GIVEN_UP;
import static io.cornershop.notifications.RecipientFixtures.PHONE_GONE;
import static io.cornershop.notifications.RecipientFixtures.PHONE_RENEWED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.NotFound;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.RecipientCommand;
import io.cornershop.notifications.RecipientCommand.AddPushSubscription;
import io.cornershop.notifications.RecipientCommand.ChangePreferences;
import io.cornershop.notifications.RecipientEvent;
import io.cornershop.notifications.RecipientEvent.NotificationPreferencesChanged;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionAdded;
import io.cornershop.testing.DeciderSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecipientDeciderTest {

  private final RecipientDecider decider = new RecipientDecider();
  private final DeciderSpec<RecipientCommand, RecipientWishes, RecipientEvent> recipient =
      DeciderSpec.of(decider);

  @Nested
  class Wishes {

    @Test
    void are_changed() {
      recipient.given().when(CHANGE).then(CHANGED);
    }

    @Test
    void are_not_changed_to_what_they_are() {
      recipient.given(CHANGED).when(CHANGE).thenNothing();
    }

    @Test
    void are_the_usual_ones_before_anything_is_said() {
      recipient
          .given()
          .when(new ChangePreferences(ADA, Preferences.USUAL, CHANGED_AT))
          .thenNothing();
    }

    @Test
    void lose_a_channel_that_is_switched_off() {
      recipient
          .given(CHANGED)
          .when(NO_MAIL)
          .then(
              new NotificationPreferencesChanged(
                  ADA, "fr", List.of(Channel.PUSH), Optional.of(NIGHT), CHANGED_AT))
          .when(NO_MAIL)
          .thenNothing();
    }

    @Test
    void may_leave_no_channel() {
      Preferences silence = new Preferences("en", List.of(), Optional.empty());
      recipient
          .given()
          .when(new ChangePreferences(ADA, silence, CHANGED_AT))
          .then(
              new NotificationPreferencesChanged(
                  ADA, "en", List.of(), Optional.empty(), CHANGED_AT));
    }
  }

  @Nested
  class A_push_subscription {

    private final AddPushSubscription renew = new AddPushSubscription(ADA, PHONE_RENEWED, ADDED_AT);

    private PushSubscriptionAdded[] added(int count) {
      return IntStream.range(0, count)
          .mapToObj(n -> PushSubscription.of(ADA, "https://push.example.org/" + n, "key", "secret"))
          .map(browser -> new PushSubscriptionAdded(ADA, browser, ADDED_AT))
          .toArray(PushSubscriptionAdded[]::new);
    }

    @Test
    void is_added() {
      recipient.given().when(ADD_PHONE).then(PHONE_ADDED);
    }

    @Test
    void is_added_once() {
      recipient.given(PHONE_ADDED).when(ADD_PHONE).thenNothing();
    }

    @Test
    void takes_new_keys_under_the_id_that_it_had() {
      recipient
          .given(PHONE_ADDED)
          .when(renew)
          .then(new PushSubscriptionAdded(ADA, PHONE_RENEWED, ADDED_AT))
          .when(renew)
          .thenNothing();
    }

    @Test
    void keeps_its_place_among_the_others_with_new_keys() {
      RecipientWishes before = RecipientWishes.usual().with(PHONE).with(LAPTOP);

      assertThat(decider.evolve(before, new PushSubscriptionAdded(ADA, PHONE_RENEWED, ADDED_AT)))
          .isEqualTo(new RecipientWishes(Preferences.USUAL, List.of(PHONE_RENEWED, LAPTOP)));
    }

    @Test
    void is_refused_when_there_are_20_others() {
      recipient.given(added(20)).when(ADD_PHONE).thenRejected("too-many-push-subscriptions");
    }

    @Test
    void may_be_the_twentieth() {
      recipient.given(added(19)).when(ADD_PHONE).then(PHONE_ADDED);
    }

    @Test
    void takes_new_keys_when_there_are_20() {
      RecipientEvent[] twenty = Arrays.copyOf(added(20), 20, RecipientEvent[].class);
      twenty[7] = PHONE_ADDED;
      recipient
          .given(twenty)
          .when(renew)
          .then(new PushSubscriptionAdded(ADA, PHONE_RENEWED, ADDED_AT));
    }

    @Test
    void is_given_up() {
      recipient.given(PHONE_ADDED).when(GIVE_UP_PHONE).then(PHONE_GIVEN_UP);
    }

    @Test
    void that_is_not_there_cannot_be_given_up() {
      assertThatThrownBy(() -> decider.decide(GIVE_UP_PHONE, decider.initial()))
          .isInstanceOf(NotFound.class)
          .hasMessage("There is no push subscription " + PHONE.id());
    }

    @Test
    void is_gone_when_the_push_service_says_so_as_often_as_it_likes() {
      recipient.given(PHONE_ADDED).when(LOSE_PHONE).then(PHONE_GONE).when(LOSE_PHONE).thenNothing();
    }

    @Test
    void comes_back_when_it_is_added_again() {
      recipient.given(PHONE_ADDED, PHONE_GONE).when(ADD_PHONE).then(PHONE_ADDED);
    }
  }
}
