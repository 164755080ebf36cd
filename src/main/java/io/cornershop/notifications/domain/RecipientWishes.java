package io.cornershop.notifications.domain;

import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How and where a customer wants to be told. Everybody begins with the usual wishes and no
 * subscription; both may change as often as they like. Of a person who was erased the texts are no
 * longer to be read, and nobody is told anything.
 *
 * @param subscriptions in the order in which they were first added, each id once
 */
public record RecipientWishes(Preferences preferences, List<PushSubscription> subscriptions) {

  public RecipientWishes {
    subscriptions = List.copyOf(subscriptions);
  }

  /** Of who has said nothing. */
  static RecipientWishes usual() {
    return new RecipientWishes(Preferences.USUAL, List.of());
  }

  RecipientWishes with(Preferences wanted) {
    return new RecipientWishes(wanted, subscriptions);
  }

  RecipientWishes with(PushSubscription added) {
    boolean isNew = withId(added.id()).isEmpty();
    return new RecipientWishes(
        preferences,
        Stream.concat(
                subscriptions.stream().map(s -> s.id().equals(added.id()) ? added : s),
                Stream.of(added).filter(s -> isNew))
            .toList());
  }

  RecipientWishes without(String subscriptionId) {
    return new RecipientWishes(
        preferences, subscriptions.stream().filter(s -> !s.id().equals(subscriptionId)).toList());
  }

  Optional<PushSubscription> withId(String subscriptionId) {
    return subscriptions.stream().filter(s -> s.id().equals(subscriptionId)).findFirst();
  }
}
