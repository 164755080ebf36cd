package io.cornershop.notifications.domain;

import io.cornershop.kernel.Decider;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.RecipientCommand;
import io.cornershop.notifications.RecipientCommand.AddPushSubscription;
import io.cornershop.notifications.RecipientCommand.ChangePreferences;
import io.cornershop.notifications.RecipientCommand.RemovePushSubscription;
import io.cornershop.notifications.RecipientCommand.SwitchOff;
import io.cornershop.notifications.RecipientEvent;
import io.cornershop.notifications.RecipientEvent.NotificationPreferencesChanged;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionAdded;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionRemoved;
import java.util.List;
import java.util.Optional;

/** The rules of what a customer can wish about messages. */
public final class RecipientDecider
    implements Decider<RecipientCommand, RecipientWishes, RecipientEvent> {

  /** More browsers than one person uses; each costs a request for each message. */
  static final int MOST_SUBSCRIPTIONS = 20;

  @Override
  public RecipientWishes initial() {
    return RecipientWishes.usual();
  }

  @Override
  public List<RecipientEvent> decide(RecipientCommand command, RecipientWishes state) {
    return switch (command) {
      case ChangePreferences c -> change(c.preferences(), c, state);
      case SwitchOff c -> change(state.preferences().without(c.channel()), c, state);
      case AddPushSubscription c -> add(c, state);
      case RemovePushSubscription c -> remove(c, state);
    };
  }

  @Override
  public RecipientWishes evolve(RecipientWishes state, RecipientEvent event) {
    return switch (event) {
      case NotificationPreferencesChanged e -> state.with(e.preferences());
      case PushSubscriptionAdded e -> state.with(e.subscription());
      case PushSubscriptionRemoved e -> state.without(e.subscriptionId());
    };
  }

  private static List<RecipientEvent> change(
      Preferences wanted, RecipientCommand command, RecipientWishes state) {
    return wanted.equals(state.preferences())
        ? List.of()
        : List.of(NotificationPreferencesChanged.to(wanted, command.customerId(), command.at()));
  }

  private static List<RecipientEvent> add(AddPushSubscription c, RecipientWishes state) {
    PushSubscription wanted = c.subscription();
    Optional<PushSubscription> before = state.withId(wanted.id());
    if (before.filter(wanted::equals).isPresent()) {
      return List.of();
    }
    if (before.isEmpty() && state.subscriptions().size() >= MOST_SUBSCRIPTIONS) {
      throw Rejected.conflict(
          "too-many-push-subscriptions",
          "A customer has at most " + MOST_SUBSCRIPTIONS + " push subscriptions; give one up");
    }
    return List.of(new PushSubscriptionAdded(c.customerId(), wanted, c.at()));
  }

  private static List<RecipientEvent> remove(RemovePushSubscription c, RecipientWishes state) {
    if (state.withId(c.subscriptionId()).isPresent()) {
      return List.of(
          new PushSubscriptionRemoved(c.customerId(), c.subscriptionId(), c.why(), c.at()));
    }
    return switch (c.why()) {
      case GIVEN_UP -> throw new NotFound("push subscription", c.subscriptionId());
      case GONE -> List.of();
    };
  }
}
