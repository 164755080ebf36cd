package io.cornershop.notifications.recipients;

import java.util.List;

class InMemoryRecipientsTest extends RecipientsContract {

  @Override
  protected Recipients knowing(List<Recipient> people) {
    InMemoryRecipients recipients = new InMemoryRecipients();
    people.forEach(person -> recipients.put(person.customerId(), person));
    return recipients;
  }
}
