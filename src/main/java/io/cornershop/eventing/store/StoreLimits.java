package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.TooLarge;
import java.nio.charset.StandardCharsets;
import org.bson.RawBsonDocument;

/**
 * How large things may be. Checked before anything is written, so that what is stored can also be
 * published. Immutable.
 *
 * @param commitBytes the largest commit as a document; the database takes 16 MB
 * @param eventBytes the largest event as the JSON of its envelope; below the topics' record limit,
 *     with room for the headers
 */
public record StoreLimits(int commitBytes, int eventBytes) {

  /** Fits a database and topics that are set up as usual. */
  public static final StoreLimits USUAL = new StoreLimits(15 * 1024 * 1024, 900 * 1024);

  /**
   * The document of a commit that keeps the limits.
   *
   * @throws TooLarge when it does not
   */
  RawBsonDocument fit(Commit commit) {
    commit.events().forEach(this::requireFits);
    RawBsonDocument document = CommitDocuments.write(commit);
    if (document.getByteLength() > commitBytes) {
      throw new TooLarge("The events of a command may take at most " + commitBytes + " bytes");
    }
    return document;
  }

  private void requireFits(EventEnvelope event) {
    if (EnvelopeJson.write(event).getBytes(StandardCharsets.UTF_8).length > eventBytes) {
      throw new TooLarge("An event may take at most " + eventBytes + " bytes");
    }
  }
}
