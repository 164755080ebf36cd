package io.cornershop.rest;

import io.cornershop.kernel.InvalidValue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the headers of a request mean. Pure. */
final class RequestHeaders {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String IF_MATCH = "If-Match";
  static final String TRACEPARENT = "traceparent";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern ENTITY_TAG = Pattern.compile("\"([0-9]{1,18})\"");
  private static final Pattern TRACE =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0+-)[0-9a-f]{32}-(?!0+-)[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int MAX_USER_AGENT = 200;

  private RequestHeaders() {}

  /**
   * The idempotency key, if one was sent.
   *
   * @throws InvalidValue when it is empty, too long or not printable ASCII without blanks
   */
  static Optional<String> idempotencyKey(Optional<String> header) {
    header
        .filter(key -> !KEY.matcher(key).matches())
        .ifPresent(
            malformed -> {
              throw new InvalidValue(
                  IDEMPOTENCY_KEY, "must be 1 to 255 printable ASCII characters without blanks");
            });
    return header;
  }

  /**
   * The sequence that the caller insists on, if it does; {@code *} insists on none.
   *
   * @throws InvalidValue when it is neither one quoted number nor {@code *}
   */
  static OptionalLong expectedSequence(Optional<String> header) {
    if (header.isEmpty() || header.get().strip().equals("*")) {
      return OptionalLong.empty();
    }
    Matcher tag = ENTITY_TAG.matcher(header.get().strip());
    if (!tag.matches()) {
      throw new InvalidValue(IF_MATCH, "must be the ETag of an earlier answer, such as \"3\"");
    }
    return OptionalLong.of(Long.parseLong(tag.group(1)));
  }

  /** The W3C trace context; a malformed one is as good as none. */
  static Optional<String> traceparent(Optional<String> header) {
    return header.filter(value -> TRACE.matcher(value).matches());
  }

  /** The user agent, cut and without control characters. */
  static Optional<String> userAgent(Optional<String> header) {
    return header
        .map(value -> value.replaceAll("\\p{Cntrl}", " ").strip())
        .filter(value -> !value.isEmpty())
        .map(value -> value.substring(0, Math.min(value.length(), MAX_USER_AGENT)));
  }
}
