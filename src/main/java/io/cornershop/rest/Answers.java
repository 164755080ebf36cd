package io.cornershop.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * The answers that resources give. A path is given without the base, such as {@code /orders/4711};
 * a sequence becomes the {@code ETag}.
 */
public final class Answers {

  private static final String RETRY_AFTER_SECONDS = "1";

  private Answers() {}

  /** 201: something new lies at {@code path}. */
  public static Response created(String path, Object body, long sequence) {
    return located(Response.Status.CREATED, path)
        .header(HttpHeaders.ETAG, etag(sequence))
        .entity(body)
        .build();
  }

  /** 201: several new things, of which the body says where they lie. */
  public static Response created(Object body) {
    return Response.status(Response.Status.CREATED).entity(body).build();
  }

  /** 202: accepted and durable; the result will lie at {@code path}. */
  public static Response accepted(String path, Object body, long sequence) {
    return located(Response.Status.ACCEPTED, path)
        .header(HttpHeaders.ETAG, etag(sequence))
        .entity(body)
        .build();
  }

  /** 200 with a body. */
  public static Response ok(Object body, long sequence) {
    return Response.ok(body).header(HttpHeaders.ETAG, etag(sequence)).build();
  }

  /** 204: the command was carried out, there is nothing to tell but the sequence. */
  public static Response done(long sequence) {
    return Response.noContent().header(HttpHeaders.ETAG, etag(sequence)).build();
  }

  /** 202: the view does not show it yet; ask again. */
  public static Response notCaughtUp() {
    return Response.accepted().header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
  }

  /** The entity tag of a sequence, quoted. */
  public static String etag(long sequence) {
    return "\"" + sequence + "\"";
  }

  /** The location is a path, so that it is right behind every proxy. */
  private static Response.ResponseBuilder located(Response.Status status, String path) {
    return Response.status(status).header(HttpHeaders.LOCATION, RestApplication.BASE + path);
  }
}
