package io.cornershop.rest.problems;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** {@link Problem} in the OpenAPI document. */
public final class ProblemSchema {

  private ProblemSchema() {}

  public static Schema create() {
    Schema errors =
        of(SchemaType.ARRAY).description("The values that are wrong").items(fieldError());
    return of(SchemaType.OBJECT)
        .description("Why a request was not carried out (RFC 9457)")
        .addProperty("type", text("about:blank"))
        .addProperty("title", text("Bad Request"))
        .addProperty("status", of(SchemaType.INTEGER).addExample(400))
        .addProperty("detail", text("The request is malformed"))
        .addProperty("instance", text("/api/carts"))
        .addProperty("code", text("malformed").description("Stable, part of the API"))
        .addProperty("correlationId", text("01a21444-5e28-7416-b5ea-eefc3437143a"))
        .addProperty("errors", errors)
        .required(List.of("type", "title", "status", "detail", "code", "correlationId"));
  }

  private static Schema fieldError() {
    return of(SchemaType.OBJECT)
        .addProperty("field", text("items[0].quantity"))
        .addProperty("message", text("must be greater than or equal to 1"));
  }

  private static Schema text(String example) {
    return of(SchemaType.STRING).addExample(example);
  }

  private static Schema of(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}
