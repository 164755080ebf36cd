package io.cornershop.notifications.ledger;

import static io.cornershop.notifications.ledger.Entries.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.ledger.Ledger.Filter;
import io.cornershop.notifications.ledger.Ledger.Place;
import io.cornershop.notifications.ledger.Ledger.Unsettled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every ledger promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class LedgerContract {

  private static final Seals SEALS = new Seals(PersonalDataCodec.PLAIN);
  private static final Filter ALL =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  private static final Entry MAIL = Entries.pending("n-1", SEALS);
  private static final Entry CLAIMED =
      MAIL.with(MAIL.progress().trying("mark", NOON, NOON.plusSeconds(120)));

  private Ledger ledger;

  /** A ledger without entries. */
  abstract Ledger empty();

  @BeforeEach
  void open() {
    ledger = empty();
  }

  private static Entry of(String id, Channel channel, String customer, int seconds) {
    Entry entry = Entries.entry(id, channel, Optional.of(new CustomerId(customer)), SEALS);
    return Entries.later(entry, Duration.ofSeconds(seconds));
  }

  @Test
  void an_entry_is_found_as_it_was_entered() {
    assertThat(ledger.enter(MAIL)).isEqualTo(MAIL);
    assertThat(ledger.find(MAIL.id())).contains(MAIL);
    assertThat(ledger.find(new NotificationId("n-2"))).isEmpty();
  }

  @Test
  void an_entry_without_anything_optional_is_found_too() {
    Entry bare =
        new Entry(
            MAIL.id(),
            MAIL.cause(),
            Optional.empty(),
            Channel.PUSH,
            Optional.empty(),
            NOON,
            NOON,
            "life-2",
            Progress.notSent(State.SUPPRESSED, "not wanted", NOON),
            true,
            true,
            7);
    ledger.enter(bare);

    assertThat(ledger.find(bare.id())).contains(bare);
  }

  @Test
  void what_is_entered_again_is_left_as_it_has_become() {
    ledger.enter(MAIL);
    ledger.replace(CLAIMED);

    assertThat(ledger.enter(Entries.later(MAIL, Duration.ofDays(1)))).isEqualTo(CLAIMED);
    assertThat(ledger.find(MAIL.id())).contains(CLAIMED);
  }

  @Test
  void an_entry_is_replaced_by_who_has_seen_it_last() {
    ledger.enter(MAIL);

    assertThat(ledger.replace(CLAIMED)).isTrue();
    assertThat(ledger.replace(CLAIMED)).isFalse();
    Entry sent = CLAIMED.toBeTold(CLAIMED.progress().sent("<1@shop>", NOON.plusSeconds(2)));
    assertThat(ledger.replace(sent)).isTrue();
    assertThat(ledger.find(MAIL.id())).contains(sent);
  }

  @Test
  void what_was_never_entered_cannot_be_replaced() {
    ledger.enter(MAIL);
    Entry unknown = of("n-9", Channel.SMS, "max", 0);

    assertThat(ledger.replace(unknown.with(unknown.progress()))).isFalse();
    assertThat(ledger.find(unknown.id())).isEmpty();
    assertThat(ledger.find(MAIL.id())).contains(MAIL);
  }

  @Test
  void of_many_at_once_one_claims_an_entry() throws Exception {
    ledger.enter(MAIL);
    long winners;
    try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> claims =
          IntStream.range(0, 40).<Callable<Boolean>>mapToObj(i -> this::claims).toList();
      winners = crowd.invokeAll(claims).stream().filter(Future::resultNow).count();
    }
    assertThat(winners).isEqualTo(1);
  }

  private boolean claims() {
    return ledger.replace(CLAIMED);
  }

  @Test
  void what_is_not_settled_is_counted_by_channel_and_state() {
    ledger.enter(MAIL);
    ledger.replace(CLAIMED);
    ledger.enter(of("n-2", Channel.EMAIL, "ada", 1));
    ledger.enter(of("n-3", Channel.EMAIL, "eve", 2));
    ledger.enter(of("n-4", Channel.SMS, "ada", 3));
    Entry sent = of("n-5", Channel.SMS, "ada", 4);
    ledger.enter(sent);
    ledger.replace(
        sent.with(sent.progress().to(State.SUPPRESSED, Optional.of("not wanted"), NOON, NOON)));

    assertThat(ledger.unsettled())
        .containsExactlyInAnyOrder(
            new Unsettled(Channel.EMAIL, State.SENDING, 1),
            new Unsettled(Channel.EMAIL, State.PENDING, 2),
            new Unsettled(Channel.SMS, State.PENDING, 1));
  }

  @Test
  void the_list_begins_with_what_was_entered_last() {
    List<Entry> entries =
        List.of(
            of("b", Channel.EMAIL, "ada", 1),
            of("c", Channel.SMS, "ada", 2),
            of("a", Channel.EMAIL, "max", 1));
    entries.forEach(ledger::enter);

    assertThat(ledger.list(ALL, Optional.empty(), 10))
        .containsExactly(entries.get(1), entries.get(0), entries.get(2));
    assertThat(ledger.list(ALL, Optional.empty(), 2))
        .containsExactly(entries.get(1), entries.get(0));
    Place place = new Place(entries.get(0).enteredAt(), entries.get(0).id());
    assertThat(ledger.list(ALL, Optional.of(place), 2)).containsExactly(entries.get(2));
  }

  @Test
  void the_list_can_be_of_one_person_one_channel_and_one_state() {
    Entry first = of("a", Channel.EMAIL, "ada", 1);
    Entry second = of("b", Channel.SMS, "ada", 2);
    Entry third = of("c", Channel.EMAIL, "max", 3);
    List.of(first, second, third).forEach(ledger::enter);
    Entry sent = first.toBeTold(first.progress().sent("<a@shop>", NOON));
    ledger.replace(sent);

    assertThat(list(Optional.of("ada"), Optional.empty(), Optional.empty()))
        .containsExactly(second, sent);
    assertThat(list(Optional.empty(), Optional.of(Channel.EMAIL), Optional.empty()))
        .containsExactly(third, sent);
    assertThat(list(Optional.empty(), Optional.empty(), Optional.of(State.SENT)))
        .containsExactly(sent);
    assertThat(list(Optional.of("ada"), Optional.of(Channel.SMS), Optional.of(State.PENDING)))
        .containsExactly(second);
    assertThat(list(Optional.of("eve"), Optional.empty(), Optional.empty())).isEmpty();
  }

  private List<Entry> list(
      Optional<String> customer, Optional<Channel> channel, Optional<State> state) {
    return ledger.list(
        new Filter(customer.map(CustomerId::new), channel, state), Optional.empty(), 10);
  }
}
