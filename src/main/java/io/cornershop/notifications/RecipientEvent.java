package io.cornershop.notifications;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.PersonalData;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What customers decide about the messages that they get. */
public sealed interface RecipientEvent extends DomainEvent {

  CustomerId customerId();

  /** All wishes as they are now. */
  @WireName("NotificationPreferencesChanged")
  record NotificationPreferencesChanged(
      @DataSubject CustomerId customerId,
      @PersonalData String language,
      List<Channel> channels,
      Optional<QuietHours> quietHours,
      Instant changedAt)
      implements RecipientEvent {

    public NotificationPreferencesChanged {
      channels = List.copyOf(channels);
    }

    /** These wishes. */
    public static NotificationPreferencesChanged to(
        Preferences wishes, CustomerId customer, Instant at) {
      return new NotificationPreferencesChanged(
          customer, wishes.language(), List.copyOf(wishes.channels()), wishes.quietHours(), at);
    }

    /** The wishes. */
    public Preferences preferences() {
      return new Preferences(language, channels, quietHours);
    }
  }

  /** Push messages go there, too; with these keys, if the id was there before. */
  @WireName("PushSubscriptionAdded")
  record PushSubscriptionAdded(
      @DataSubject CustomerId customerId, PushSubscription subscription, Instant addedAt)
      implements RecipientEvent {}

  /** No push messages go there any more. */
  @WireName("PushSubscriptionRemoved")
  record PushSubscriptionRemoved(
      CustomerId customerId, String subscriptionId, Why why, Instant removedAt)
      implements RecipientEvent {

    /** What ends a subscription. */
    public enum Why {
      /** The customer has given it up. */
      GIVEN_UP,
      /** The push service says that there is no such subscription any more. */
      GONE
    }
  }
}
