package io.cornershop.launcher.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that has arrived.
 *
 * @param id the number of its arrival, from 1
 * @param to whom it was sent to, by the envelope
 * @param headers each on one line, in their order
 * @param html empty where there is none
 * @param size in bytes
 */
record Mail(
    long id,
    Instant receivedAt,
    String to,
    String subject,
    List<String> headers,
    String text,
    String html,
    int size) {

  Mail {
    headers = List.copyOf(headers);
  }
}
