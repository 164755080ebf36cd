package io.cornershop.notifications.reactions;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.ledger.Cause;
import io.cornershop.notifications.messages.Subject;
import java.util.Optional;

/** A message without its words. */
record Draft(Cause cause, Subject subject, Channel channel, Person person) {

  /** Whether it comes whatever the person wants. */
  static boolean isMandatory(Subject subject, Channel channel) {
    return subject.mandatory() && channel == Channel.EMAIL;
  }

  /** Why the person does not get it, if so. */
  Optional<String> refused() {
    if (person.name().isEmpty() && person.customerId().isPresent()) {
      return Optional.of("the customer is erased or not known");
    }
    if (!isMandatory(subject, channel) && !person.wishes().channels().contains(channel)) {
      return Optional.of("not wanted by this channel");
    }
    return person.address().isEmpty() ? Optional.of("no address") : Optional.empty();
  }
}
