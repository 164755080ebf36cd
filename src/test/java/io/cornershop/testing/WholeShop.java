package io.cornershop.testing;

import io.cornershop.bootstrap.Domains;
import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.EventStore;
import java.time.Clock;

/** All domains as they are, with personal data in plain words. */
public final class WholeShop {

  public static final EventTypes TYPES = new EventTypes(Domains.all().all());
  public static final EventJson JSON =
      new EventJson(TYPES, PersonalDataCodec.PLAIN, Domains.upcasters());

  private WholeShop() {}

  /** Takes the commands of all domains; nobody is told of what is appended. */
  public static CommandHandler commandsOn(EventStore store, Clock clock) {
    return commandsOn(store, clock, commit -> {});
  }

  /** The same, and {@code appended} is told. */
  public static CommandHandler commandsOn(EventStore store, Clock clock, CommitListener appended) {
    return new CommandHandler(
        Domains.all(), store, new AggregateLoader(store, JSON), envelopesBy(clock), appended);
  }

  public static Envelopes envelopesBy(Clock clock) {
    return new Envelopes(TYPES, JSON, PersonalDataCodec.PLAIN, clock);
  }
}
