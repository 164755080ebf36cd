package io.cornershop.notifications.recipients;

import static io.cornershop.notifications.RecipientFixtures.ADA;
import static io.cornershop.notifications.RecipientFixtures.FRENCH;
import static io.cornershop.notifications.RecipientFixtures.LAPTOP;
import static io.cornershop.notifications.RecipientFixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Recipients} promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class RecipientsContract {

  private static final CustomerId BOB = new CustomerId("customer-bob");

  private static final Recipient FULL =
      new Recipient(
          ADA.value(),
          "Ada Example",
          Optional.of("ada@example.org"),
          Optional.of("+49301234567"),
          FRENCH,
          List.of(PHONE, LAPTOP));
  private static final Recipient PLAIN =
      new Recipient(
          BOB.value(),
          "Bob Example",
          Optional.of("bob@example.org"),
          Optional.empty(),
          Preferences.USUAL,
          List.of());
  private static final Recipient ERASED =
      new Recipient(
          ADA.value(), "", Optional.empty(), Optional.empty(), Preferences.USUAL, List.of());

  /**
   * The shop that knows these people, and nobody else; who has no e-mail address was erased, after
   * everything else that there was to know.
   */
  protected abstract Recipients knowing(List<Recipient> people);

  @Test
  void a_customer_is_found_with_all_that_a_message_needs() {
    assertThat(knowing(List.of(FULL)).find(ADA)).contains(FULL);
  }

  @Test
  void browsers_are_found_in_the_order_in_which_they_came() {
    List<PushSubscription> found = knowing(List.of(FULL)).find(ADA).orElseThrow().subscriptions();

    assertThat(found).isEqualTo(List.of(PHONE, LAPTOP));
  }

  @Test
  void each_customer_is_found_as_known() {
    Recipients recipients = knowing(List.of(FULL, PLAIN));

    assertThat(List.of(recipients.find(ADA), recipients.find(BOB)))
        .isEqualTo(List.of(Optional.of(FULL), Optional.of(PLAIN)));
  }

  @Test
  void a_stranger_is_not_found_among_customers() {
    Recipients recipients = knowing(List.of(FULL));

    assertThat(List.of(recipients.find(BOB), recipients.find(ADA)))
        .isEqualTo(List.of(Optional.empty(), Optional.of(FULL)));
  }

  @Test
  void who_was_erased_is_known_and_nowhere_to_be_reached() {
    assertThat(knowing(List.of(ERASED)).find(ADA)).contains(ERASED);
  }
}
