package io.cornershop.eventing.deadletters;

/**
 * What is held in order: the events of one key for one consumer.
 *
 * @param consumer {@code <channel>/<handler>}, or the channel alone for records that no handler can
 *     be asked about
 * @param key the handler's key; of whole records the record's key
 */
public record SequenceId(String consumer, String key) {

  private static final String SEPARATOR = "/";

  public SequenceId {
    if (consumer.isEmpty() || consumer.contains(" ")) {
      throw new IllegalArgumentException("A consumer has a name without blanks: " + consumer);
    }
  }

  /** The sequence of a handler. */
  public static SequenceId of(String channel, String handler, String key) {
    return new SequenceId(channel + SEPARATOR + handler, key);
  }

  /** The channel that the consumer belongs to. */
  public String channel() {
    int end = consumer.indexOf(SEPARATOR);
    return end < 0 ? consumer : consumer.substring(0, end);
  }

  /** The handler that the consumer is; empty for one of whole records. */
  public String handler() {
    return ofRecords() ? "" : consumer.substring(consumer.indexOf(SEPARATOR) + 1);
  }

  /** Whether whole records are held, for all handlers of the channel. */
  public boolean ofRecords() {
    return !consumer.contains(SEPARATOR);
  }

  /** A text that no other sequence has: a consumer contains no blank. */
  @Override
  public String toString() {
    return consumer + " " + key;
  }
}
