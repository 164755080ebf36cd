package io.cornershop.eventing.api.deadletters;

import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.eventing.consuming.channels.Consumers;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.WaitingLetters;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TooLarge;
import io.cornershop.rest.RequestContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the requests about letters have in common. */
@RequestScoped
class LetterActions {

  @Inject private DeadLetters letters;
  @Inject private Consumers consumers;
  @Inject private OperatorActions actions;
  @Inject private RequestContext request;

  @Inject
  @ConfigProperty(name = "cornershop.deadletters.max-payload", defaultValue = "1048576")
  private int maxPayload;

  /** The bytes, if a topic would take a record of them. */
  byte[] bounded(byte[] payload) {
    if (payload.length > maxPayload) {
      throw new TooLarge("A payload may have at most " + maxPayload + " bytes");
    }
    return payload;
  }

  /** Refuses a consumer that there is not. */
  void requireConsumer(String consumer) {
    new KnownConsumers(consumers::has, letters).require(consumer);
  }

  Letter find(String id) {
    return letters.letter(id).orElseThrow(() -> new NotFound("dead letter", id));
  }

  /** The letter that the caller has seen, with an entry in the audit log of what is done to it. */
  Letter findFor(String action, String id, Optional<String> reason) {
    Letter letter = find(id);
    OptionalLong expected = request.command().expectedSequence();
    if (expected.isPresent() && expected.getAsLong() != letter.version()) {
      throw new StaleVersion(expected.getAsLong(), letter.version());
    }
    record(action, id, reason);
    return letter;
  }

  void record(String action, String target, Optional<String> reason) {
    actions.record("dead-letter." + action, target, reason);
  }

  /** How many wait for it: all others of its sequence, if it is the head. */
  long waitingBehind(Letter letter) {
    return waitingBehind(List.of(letter)).getOrDefault(letter.id(), 0L);
  }

  /** The same for a page of letters, by id. */
  Map<String, Long> waitingBehind(List<Letter> page) {
    return new WaitingLetters(letters).behind(page);
  }
}
