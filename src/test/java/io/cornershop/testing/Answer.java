package io.cornershop.testing;

import io.cornershop.json.Json;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the platform answered. */
public record Answer(HttpResponse<String> response) {

  public int status() {
    return response.statusCode();
  }

  /** The JSON body; a missing node when there is none. */
  public JsonNode body() {
    String text = response.body();
    return text == null || text.isBlank()
        ? MissingNode.getInstance()
        : Json.TOLERANT.readTree(text);
  }

  public String text(String field) {
    return body().path(field).asString();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The sequence in the ETag. */
  public long sequence() {
    return Long.parseLong(header("ETag").replace("\"", ""));
  }

  /** This answer, when it has the status; else an error that shows the whole answer. */
  public Answer expect(int status) {
    if (status() != status) {
      throw new AssertionError(
          "Expected "
              + status
              + " from "
              + response.request().method()
              + " "
              + response.uri()
              + " but got "
              + status()
              + ": "
              + response.body());
    }
    return this;
  }
}
