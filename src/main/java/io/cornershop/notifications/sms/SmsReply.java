package io.cornershop.notifications.sms;

import io.cornershop.json.Json;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What came of a request. */
public sealed interface SmsReply {

  /** The provider has answered. */
  record Answered(int status, JsonNode body, Optional<String> retryAfter) implements SmsReply {

    static Answered of(int status, byte[] body, Optional<String> retryAfter) {
      try {
        return new Answered(status, Json.TOLERANT.readTree(body), retryAfter);
      } catch (JacksonException e) {
        return new Answered(status, Json.TOLERANT.missingNode(), retryAfter);
      }
    }

    /** The provider's code of an error; 0 when it tells none. */
    int code() {
      return body.path("code").asInt(0);
    }

    /** The error in one line, without what the provider says in words: it may name the number. */
    String error() {
      return "The SMS provider answers " + status + (code() == 0 ? "" : ", code " + code());
    }
  }

  /** The request has certainly not reached the provider. */
  record NotAsked(String reason) implements SmsReply {}

  /** It may have reached the provider, and nobody knows what became of it. */
  record Lost(String reason) implements SmsReply {}
}
