package io.cornershop.notifications.reactions;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.delivery.Addressees;
import io.cornershop.notifications.delivery.Addressees.Addressee.At;
import io.cornershop.notifications.delivery.Addressees.Addressee.Nobody;
import io.cornershop.notifications.delivery.Addressees.Addressee.NotBefore;
import io.cornershop.notifications.ledger.BrowserAddress;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;
import io.cornershop.notifications.messages.Subject;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.notifications.recipients.Recipients;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is told, and where. Thread-safe. */
public final class Audience implements Addressees {

  private final Recipients recipients;
  private final List<Person> staff;

  /**
   * @param staff e-mail addresses of those who look after the stock
   */
  public Audience(Recipients recipients, List<String> staff) {
    this.recipients = recipients;
    this.staff = staff.stream().map(Audience::colleague).toList();
  }

  /** A customer, at all places; without any when the shop knows no such person any more. */
  record Customer(Person anyone, Optional<Recipient> known) {

    /** Each place that a channel reaches; the person itself where there is none. */
    List<Person> by(Channel channel) {
      List<Person> found =
          switch (channel) {
            case EMAIL -> at(known.flatMap(Recipient::email));
            case SMS -> at(known.flatMap(Recipient::phone));
            case PUSH ->
                known.stream().flatMap(r -> r.subscriptions().stream()).map(this::browser).toList();
          };
      return found.isEmpty() ? List.of(anyone) : found;
    }

    private List<Person> at(Optional<String> address) {
      return address.map(a -> person("", a)).stream().toList();
    }

    private Person browser(PushSubscription subscription) {
      return person(subscription.id(), BrowserAddress.of(subscription));
    }

    private Person person(String key, String address) {
      return new Person(
          anyone.customerId(), key, Optional.of(address), anyone.name(), anyone.wishes());
    }
  }

  /** A customer at no place. */
  static Person anyone(CustomerId customer) {
    return new Person(Optional.of(customer), "", Optional.empty(), "", Preferences.USUAL);
  }

  List<Person> staff() {
    return staff;
  }

  private static Person colleague(String address) {
    return new Person(Optional.empty(), address, Optional.of(address), "", Preferences.USUAL);
  }

  /** The customer as known now. */
  Customer of(CustomerId customer) {
    Optional<Recipient> known =
        recipients.find(customer).filter(recipient -> recipient.email().isPresent());
    Person anyone = known.map(r -> named(customer, r)).orElseGet(() -> anyone(customer));
    return new Customer(anyone, known);
  }

  @Override
  public Addressee of(Entry entry, Envelope envelope, Instant now) {
    return entry
        .customerId()
        .map(this::of)
        .map(
            customer ->
                QuietTime.end(entry.channel(), customer.anyone().wishes(), now)
                    .<Addressee>map(end -> new NotBefore(end, "the person's quiet hours"))
                    .orElseGet(() -> now(entry, envelope, customer)))
        .orElseGet(() -> new At(envelope.address()));
  }

  private static Addressee now(Entry entry, Envelope envelope, Customer customer) {
    if (customer.known().isEmpty()) {
      return new Nobody("the customer is erased or not known");
    }
    if (!isMandatory(entry) && !customer.anyone().wishes().channels().contains(entry.channel())) {
      return new Nobody("not wanted by this channel any more");
    }
    String key =
        entry.channel() == Channel.PUSH ? BrowserAddress.read(envelope.address()).id() : "";
    return customer.by(entry.channel()).stream()
        .filter(person -> person.key().equals(key))
        .flatMap(person -> person.address().stream())
        .<Addressee>map(At::new)
        .findFirst()
        .orElseGet(() -> new Nobody("the address was given up"));
  }

  private static boolean isMandatory(Entry entry) {
    return Subject.of(entry.cause().eventType())
        .filter(subject -> Draft.isMandatory(subject, entry.channel()))
        .isPresent();
  }

  private static Person named(CustomerId customer, Recipient recipient) {
    return new Person(
        Optional.of(customer), "", Optional.empty(), recipient.name(), recipient.preferences());
  }
}
