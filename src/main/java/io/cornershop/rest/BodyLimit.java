package io.cornershop.rest;

import io.cornershop.kernel.TooLarge;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are larger than {@code cornershop.rest.max-body} bytes, or than {@code
 * cornershop.rest.max-large-body} where the method is marked with {@link LargeBody}, whether the
 * caller tells their length or not. What passes is in memory as a whole; who may not call the
 * method is refused before.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class BodyLimit implements ContainerRequestFilter {

  private static final String BODY = BodyLimit.class.getName();

  @Inject
  @ConfigProperty(name = "cornershop.rest.max-body")
  private int maxBody;

  @Inject
  @ConfigProperty(name = "cornershop.rest.max-large-body")
  private int maxLargeBody;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.hasEntity()) {
      byte[] body = read(request.getEntityStream(), limit());
      request.setProperty(BODY, body);
      request.setEntityStream(new ByteArrayInputStream(body));
    }
  }

  /** The body of a request that has passed; no bytes when it has none. */
  static byte[] bodyOf(ContainerRequestContext request) {
    return request.getProperty(BODY) instanceof byte[] body ? body : new byte[0];
  }

  private int limit() {
    return resource.getResourceMethod().isAnnotationPresent(LargeBody.class)
        ? maxLargeBody
        : maxBody;
  }

  static byte[] read(InputStream body, int limit) {
    try {
      byte[] bytes = body.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new TooLarge("A request body may have at most " + limit + " bytes here");
      }
      return bytes;
    } catch (IOException e) {
      throw new BadRequestException(e);
    }
  }
}
