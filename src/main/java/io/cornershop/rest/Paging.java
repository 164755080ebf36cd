package io.cornershop.rest;

import io.cornershop.kernel.InvalidValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a list; a resource method takes them as {@code @BeanParam}. */
public class Paging {

  /** How many items a page has when the caller does not say. */
  static final int DEFAULT_LIMIT = 50;

  /** The most items of a page. */
  static final int MAX_LIMIT = 500;

  @QueryParam("limit")
  @Parameter(
      description = "The most items of the page",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + MAX_LIMIT,
              defaultValue = "" + DEFAULT_LIMIT))
  private String limit;

  @QueryParam("after")
  @Parameter(description = "The \"next\" of the page before")
  private String after;

  /** For the JAX-RS runtime, which fills the fields. */
  public Paging() {}

  Paging(String limit, String after) {
    this.limit = limit;
    this.after = after;
  }

  /**
   * How many items the caller wants, from 1 to {@value #MAX_LIMIT}.
   *
   * @throws InvalidValue when it is anything else
   */
  public int limit() {
    return limit(limit, DEFAULT_LIMIT);
  }

  /**
   * How many items the caller of a list without cursors wants, from 1 to {@value #MAX_LIMIT}.
   *
   * @param text null when the caller does not say
   * @throws InvalidValue when it is anything else
   */
  public static int limit(String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    int limit = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidValue("limit", "must be a number from 1 to " + MAX_LIMIT);
    }
    return limit;
  }

  /**
   * Where the list goes on; empty for its beginning.
   *
   * @throws InvalidValue when it is no cursor
   */
  public Optional<Cursor> after() {
    return Optional.ofNullable(after).map(Cursor::decode);
  }
}
