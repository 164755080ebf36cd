package io.cornershop.rest.idempotency;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * An answer as it was sent.
 *
 * @param headers those that belong to the answer itself, such as ETag and Location
 * @param body the bytes; none for an empty body
 */
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

  public StoredAnswer {
    headers = Map.copyOf(headers);
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredAnswer that
        && status == that.status
        && headers.equals(that.headers)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, headers, Arrays.hashCode(body));
  }
}
