package io.cornershop.eventing.store;

import io.cornershop.eventing.events.StreamId;
import java.time.Instant;

/**
 * The end of a stream as a writer has seen it; only what holds the head can append.
 *
 * @param sequence of the last event, 0 for an empty stream
 * @param commitId of the last commit, empty for an empty stream
 * @param hash of the last commit, empty for an empty stream
 * @param timestamp of the last event; the next one is not earlier
 */
public record StreamHead(
    StreamId stream, long sequence, String commitId, String hash, Instant timestamp) {

  /** The head of a stream without events. */
  public static StreamHead empty(StreamId stream) {
    return new StreamHead(stream, 0, "", "", Instant.EPOCH);
  }
}
