package io.cornershop.eventing.store;

import io.cornershop.kernel.TooLarge;
import java.util.List;

/**
 * How large things may be. Checked before anything is written, so that what is stored can also be
 * published. Immutable.
 *
 * @param commitBytes the most that the events of one commit take as the JSON of their envelopes; as
 *     a document they take less, and the database takes documents of 16 MB
 * @param eventBytes the largest event as the JSON of its envelope; below the topics' record limit,
 *     with room for the headers
 */
public record StoreLimits(int commitBytes, int eventBytes) {

  /** Fits a database and topics that are set up as usual. */
  public static final StoreLimits USUAL = new StoreLimits(15 * 1024 * 1024, 900 * 1024);

  /**
   * Accepts the events of a commit that keeps the limits.
   *
   * @param events each as the JSON of its envelope
   * @throws TooLarge when they do not
   */
  void require(List<byte[]> events) {
    long total = 0;
    for (byte[] event : events) {
      if (event.length > eventBytes) {
        throw new TooLarge("An event may take at most " + eventBytes + " bytes");
      }
      total += event.length;
    }
    if (total > commitBytes) {
      throw new TooLarge("The events of a command may take at most " + commitBytes + " bytes");
    }
  }
}
