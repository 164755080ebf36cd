package io.cornershop.notifications;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.RecipientCommand.AddPushSubscription;
import io.cornershop.notifications.RecipientCommand.ChangePreferences;
import io.cornershop.notifications.RecipientCommand.RemovePushSubscription;
import io.cornershop.notifications.RecipientCommand.SwitchOff;
import io.cornershop.notifications.RecipientEvent.NotificationPreferencesChanged;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionAdded;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionRemoved;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionRemoved.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The wishes of one customer, and two browsers. */
public final class RecipientFixtures {

  public static final CustomerId ADA = new CustomerId("customer-ada");

  public static final Instant CHANGED_AT = Instant.parse("2026-03-06T08:00:00Z");
  public static final Instant ADDED_AT = Instant.parse("2026-03-06T08:05:00Z");
  public static final Instant REMOVED_AT = Instant.parse("2026-03-20T21:10:30Z");

  public static final QuietHours NIGHT = new QuietHours("22:00", "07:30", "Europe/Paris");
  public static final Preferences FRENCH =
      new Preferences("fr", List.of(Channel.EMAIL, Channel.PUSH), Optional.of(NIGHT));

  /** The browser of RFC 8291, section 5. */
  public static final PushSubscription PHONE =
      PushSubscription.of(
          ADA,
          "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
          "BTBZMqHH6r4Tts7J_aSIgg");

  /** The same browser after it has made new keys. */
  public static final PushSubscription PHONE_RENEWED =
      new PushSubscription(PHONE.id(), PHONE.endpoint(), PHONE.p256dh(), "AAAAAAAAAAAAAAAAAAAAAA");

  public static final PushSubscription LAPTOP =
      PushSubscription.of(
          ADA, "https://updates.example.org/wpush/v2/laptop", PHONE.p256dh(), PHONE.auth());

  public static final ChangePreferences CHANGE = new ChangePreferences(ADA, FRENCH, CHANGED_AT);
  public static final SwitchOff NO_MAIL = new SwitchOff(ADA, Channel.EMAIL, CHANGED_AT);
  public static final AddPushSubscription ADD_PHONE = new AddPushSubscription(ADA, PHONE, ADDED_AT);
  public static final RemovePushSubscription GIVE_UP_PHONE =
      new RemovePushSubscription(ADA, PHONE.id(), Why.GIVEN_UP, REMOVED_AT);
  public static final RemovePushSubscription LOSE_PHONE =
      new RemovePushSubscription(ADA, PHONE.id(), Why.GONE, REMOVED_AT);

  public static final NotificationPreferencesChanged CHANGED =
      new NotificationPreferencesChanged(
          ADA, "fr", List.of(Channel.EMAIL, Channel.PUSH), Optional.of(NIGHT), CHANGED_AT);
  public static final PushSubscriptionAdded PHONE_ADDED =
      new PushSubscriptionAdded(ADA, PHONE, ADDED_AT);
  public static final PushSubscriptionRemoved PHONE_GIVEN_UP =
      new PushSubscriptionRemoved(ADA, PHONE.id(), Why.GIVEN_UP, REMOVED_AT);
  public static final PushSubscriptionRemoved PHONE_GONE =
      new PushSubscriptionRemoved(ADA, PHONE.id(), Why.GONE, REMOVED_AT);

  private RecipientFixtures() {}
}
