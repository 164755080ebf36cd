package io.cornershop.notifications.reactions;

import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.delivery.UsefulLife;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;
import io.cornershop.notifications.ledger.Progress;
import io.cornershop.notifications.ledger.Seals;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.templates.Templates;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Makes the entry of one message: whether it is to be sent, and what it says. */
public final class Entering {

  /**
   * What decides about a message, and what goes into it.
   *
   * @param channels those that there is a transport for
   */
  public record Rules(
      Set<Channel> channels,
      UsefulLife usefulLife,
      Templates templates,
      UnsubscribeLinks links,
      Seals seals,
      Clock clock) {}

  private final Rules rules;
  private final Lives lives;
  private final OrderItems items;

  public Entering(Rules rules, EventStore store, EventTypes types, EventJson json) {
    this.rules = rules;
    this.lives = new Lives(store);
    this.items = new OrderItems(store, types, json);
  }

  /** Of some news. */
  Entry entryOf(Draft draft, News news) {
    return whyNot(draft)
        .map(why -> suppressed(draft, why))
        .orElseGet(() -> written(draft, envelope(draft, items.in(news))));
  }

  private Optional<String> whyNot(Draft draft) {
    return rules.channels().contains(draft.channel())
        ? draft.refused()
        : Optional.of("channel not configured");
  }

  private Envelope envelope(Draft draft, News news) {
    Person person = draft.person();
    Optional<URI> link =
        person.customerId().flatMap(customer -> rules.links().of(customer, draft.subject()));
    Content content =
        rules
            .templates()
            .render(
                draft.subject(),
                draft.channel(),
                person.wishes().language(),
                news.to(person.name(), link));
    return new Envelope(person.address().orElseThrow(), content, link);
  }

  private Entry suppressed(Draft draft, String why) {
    Progress none = Progress.notSent(State.SUPPRESSED, why, rules.clock().instant());
    return entry(draft, none, false);
  }

  private Entry written(Draft draft, Envelope envelope) {
    Instant now = rules.clock().instant();
    boolean mayBeTold = lives.isOfEarlier(draft.cause());
    Entry open = entry(draft, progress(draft, mayBeTold, now), mayBeTold);
    return open.sealedAs(rules.seals().seal(open.subject(), envelope));
  }

  private Progress progress(Draft draft, boolean mayBeTold, Instant now) {
    if (now.isAfter(usefulUntil(draft))) {
      return Progress.notSent(State.EXPIRED, "it came too late", now);
    }
    if (mayBeTold) {
      return Progress.notSent(State.UNKNOWN, "the store was restored since", now);
    }
    return Progress.pending(now);
  }

  private Instant usefulUntil(Draft draft) {
    return rules.usefulLife().of(draft.subject(), draft.channel(), draft.cause().happenedAt());
  }

  private Entry entry(Draft draft, Progress progress, boolean mayBeTold) {
    return new Entry(
        draft.person().messageOf(draft.cause(), draft.channel()),
        draft.cause(),
        draft.person().customerId(),
        draft.channel(),
        Optional.empty(),
        rules.clock().instant(),
        usefulUntil(draft),
        lives.present(),
        progress,
        mayBeTold,
        false,
        1);
  }
}
