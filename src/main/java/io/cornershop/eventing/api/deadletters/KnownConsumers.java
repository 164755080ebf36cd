package io.cornershop.eventing.api.deadletters;

import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.kernel.InvalidValue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The consumers that letters may be for.
 *
 * @param present whether this build has the consumer
 * @param letters those of a consumer that this build does not have any more are letters still
 */
record KnownConsumers(Predicate<String> present, DeadLetters letters) {

  /**
   * Refuses a name that nobody has: most likely it is misspelt.
   *
   * @throws InvalidValue when there is no such consumer, and no letter of it
   */
  void require(String consumer) {
    if (!present.test(consumer) && !hasLetters(consumer)) {
      throw new InvalidValue(
          "consumer", "must be a channel, or a channel and its handler: projections/order-details");
    }
  }

  private boolean hasLetters(String consumer) {
    LetterFilter filter =
        new LetterFilter(
            Optional.of(consumer), Optional.empty(), Optional.empty(), Optional.empty());
    return !letters.list(filter, Optional.empty(), 1).isEmpty();
  }
}
