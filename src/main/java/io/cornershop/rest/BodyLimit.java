package io.cornershop.rest;

import io.cornershop.kernel.TooLarge;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are larger than {@code cornershop.rest.max-body} bytes, whether the caller
 * tells their length or not. What passes is in memory as a whole.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class BodyLimit implements ContainerRequestFilter {

  private static final String BODY = BodyLimit.class.getName();

  @Inject
  @ConfigProperty(name = "cornershop.rest.max-body")
  private int maxBody;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.hasEntity()) {
      byte[] body = read(request.getEntityStream());
      request.setProperty(BODY, body);
      request.setEntityStream(new ByteArrayInputStream(body));
    }
  }

  /** The body of a request that has passed; no bytes when it has none. */
  static byte[] bodyOf(ContainerRequestContext request) {
    return request.getProperty(BODY) instanceof byte[] body ? body : new byte[0];
  }

  private byte[] read(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(maxBody + 1);
      if (bytes.length > maxBody) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException e) {
      throw new BadRequestException(e);
    }
  }

  private TooLarge tooLarge() {
    return new TooLarge("A request body may have at most " + maxBody + " bytes");
  }
}
