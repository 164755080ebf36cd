package io.cornershop.notifications.reactions;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.delivery.DeliveryTimers;
import io.cornershop.notifications.ledger.Cause;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Enters in the ledger what people are to be told, each message once whatever comes again, with a
 * timer for what is to be sent. Thread-safe.
 *
 * <p>The e-mail of an event is entered last: where it is, all the others are as well, and wishes
 * that have changed since an event do not lead to further messages when it comes again.
 */
public final class TellingDesk {

  private static final List<Channel> EMAIL_LAST = List.of(Channel.PUSH, Channel.SMS, Channel.EMAIL);

  private final Ledger ledger;
  private final DeliveryTimers timers;
  private final Audience audience;
  private final Entering entering;

  public TellingDesk(Ledger ledger, DeliveryTimers timers, Audience audience, Entering entering) {
    this.ledger = ledger;
    this.timers = timers;
    this.audience = audience;
    this.entering = entering;
  }

  /** Has all those told whom some news concern. */
  void tell(EventEnvelope event, News news) {
    Cause cause = causeOf(event);
    news.customerId()
        .ifPresentOrElse(
            customer -> tellCustomer(cause, news, customer), () -> tellStaff(cause, news));
  }

  private static Cause causeOf(EventEnvelope event) {
    return new Cause(
        event.eventId().toString(),
        event.type().name(),
        event.stream().toString(),
        event.sequence(),
        event.metadata().correlationId(),
        event.timestamp(),
        event.metadata().traceparent());
  }

  private void tellStaff(Cause cause, News news) {
    audience.staff().forEach(person -> enter(cause, news, Channel.EMAIL, person));
  }

  private void tellCustomer(Cause cause, News news, CustomerId customer) {
    NotificationId last = Audience.anyone(customer).messageOf(cause, Channel.EMAIL);
    Optional<Entry> before = ledger.find(last);
    if (before.isPresent()) {
      setTimer(before.get());
      return;
    }
    Audience.Customer found = audience.of(customer);
    news.subject().channels().stream()
        .sorted(Comparator.comparing(EMAIL_LAST::indexOf))
        .forEach(
            channel -> found.by(channel).forEach(person -> enter(cause, news, channel, person)));
  }

  private void enter(Cause cause, News news, Channel channel, Person person) {
    Draft draft = new Draft(cause, news.subject(), channel, person);
    setTimer(ledger.enter(entering.entryOf(draft, news)));
  }

  private void setTimer(Entry entry) {
    boolean asks = entry.state() == State.UNKNOWN && entry.progress().asks() == 0;
    if (entry.state().isOpen() || entry.open() || asks) {
      timers.schedule(entry.id(), entry.progress().due());
    }
  }

  /**
   * Has the customer told by SMS what an e-mail should have told, if it still has failed. Who gets
   * none is entered, too: what was decided once stays so when the failure is handled again.
   *
   * @param news what there was to tell, as far as it is still known
   */
  void tellInstead(NotificationId refused, Function<Cause, Optional<News>> news) {
    ledger
        .find(refused)
        .filter(mail -> mail.state() == State.FAILED)
        .ifPresent(mail -> news.apply(mail.cause()).ifPresent(again -> tellInstead(mail, again)));
  }

  private void tellInstead(Entry refused, News news) {
    if (news.subject().channels().contains(Channel.SMS)) {
      return;
    }
    refused.customerId().stream()
        .flatMap(customer -> audience.of(customer).by(Channel.SMS).stream())
        .map(person -> new Draft(refused.cause(), news.subject(), Channel.SMS, person))
        .forEach(draft -> setTimer(ledger.enter(entering.entryOf(draft, news))));
  }
}
