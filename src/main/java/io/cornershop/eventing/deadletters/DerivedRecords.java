package io.cornershop.eventing.deadletters;

import java.util.Optional;

/**
 * Where a record of each letter that failed is sent, for those who watch topics: a copy that nobody
 * works from. Implementations are thread-safe.
 */
public interface DerivedRecords {

  /** The topic where copies of what came from {@code topic} lie. */
  static String topicOf(String topic) {
    return topic + ".dlq";
  }

  /**
   * Sends a record of the letter; a repeat sends it again.
   *
   * @param payload the bytes as they came; empty for a record without a value
   * @throws io.cornershop.kernel.Unavailable when it is not certain that it was taken
   */
  void send(Letter letter, Optional<byte[]> payload);
}
