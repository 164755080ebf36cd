package io.cornershop.notifications.views;

import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.notifications.recipients.Recipients;
import io.cornershop.notifications.recipients.RecipientsContract;
import io.cornershop.notifications.views.ViewedRecipients.View;
import io.cornershop.testing.ShopHistory;
import java.util.List;
import java.util.Optional;

/** The view has seen nobody yet. */
class RecipientsOfStoreTest extends RecipientsContract {

  @Override
  protected Recipients knowing(List<Recipient> people) {
    ShopHistory history = new ShopHistory();
    people.forEach(person -> KnownPeople.happen(person, history));
    return new ViewedRecipients(
        new View(id -> Optional.empty(), (id, streams) -> false),
        new CurrentWishes(history.live()));
  }
}
