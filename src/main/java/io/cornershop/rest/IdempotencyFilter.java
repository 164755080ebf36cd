package io.cornershop.rest;

import io.cornershop.json.Json;
import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.Unavailable;
import io.cornershop.rest.idempotency.AnsweredRequests;
import io.cornershop.rest.idempotency.Claim;
import io.cornershop.rest.idempotency.StoredAnswer;
import io.cornershop.rest.problems.Refusal;
import io.cornershop.rest.problems.Refused;
import io.cornershop.security.Caller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers a repeated write with the first accepted answer. Reads need no key, and callers without a
 * token have none of their own.
 */
@Provider
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final Logger LOG = System.getLogger(IdempotencyFilter.class.getName());

  /** For the last word about a claim, whatever is left of the request's time. */
  private static final Duration LAST_WORD = Duration.ofSeconds(1);

  private static final String CLAIM = IdempotencyFilter.class.getName();
  private static final Set<String> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER);

  private static final String REPLAYED = "Idempotency-Replayed";
  private static final Refusal RUNNING =
      Refusal.of(409, "request-in-progress", "The first request with this key is still running")
          .with(HttpHeaders.RETRY_AFTER, "1");
  private static final Refusal REUSED =
      Refusal.of(422, "idempotency-key-reused", "The key was used for another request before");

  @Inject private RequestContext request;
  @Inject private AnsweredRequests requests;

  @Override
  public void filter(ContainerRequestContext http) {
    Optional<String> scope = request.idempotencyScope();
    if (scope.isEmpty() || READS.contains(http.getMethod()) || isAnonymous()) {
      return;
    }
    switch (requests.claim(scope.get(), fingerprint(http))) {
      case Claim.Granted granted -> http.setProperty(CLAIM, granted);
      case Claim.Answered before -> http.abortWith(again(before.answer()));
      case Claim.Running r -> throw new Refused(RUNNING);
      case Claim.Reused r -> throw new Refused(REUSED);
    }
  }

  private boolean isAnonymous() {
    return request.caller().equals(Caller.ANONYMOUS);
  }

  /** Query and body; method and path are in the scope of the key. */
  private static String fingerprint(ContainerRequestContext http) {
    Optional<String> query = Optional.ofNullable(http.getUriInfo().getRequestUri().getRawQuery());
    return Fingerprint.of(query.orElse(""), BodyLimit.bodyOf(http));
  }

  private static Response again(StoredAnswer answer) {
    Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, true);
    answer.headers().forEach(response::header);
    return answer.body().length == 0
        ? response.build()
        : response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body()).build();
  }

  @Override
  public void filter(ContainerRequestContext http, ContainerResponseContext response) {
    if (http.getProperty(CLAIM) instanceof Claim.Granted granted) {
      Deadline.withAtLeast(LAST_WORD, () -> end(granted, response));
    }
  }

  private Claim end(Claim.Granted granted, ContainerResponseContext response) {
    if (response.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
      requests.answered(granted, kept(response));
    } else {
      giveBack(granted);
    }
    return granted;
  }

  /** The caller hears why the request was refused, whatever becomes of the claim. */
  private void giveBack(Claim.Granted granted) {
    try {
      requests.refused(granted);
    } catch (Unavailable e) {
      LOG.log(Level.WARNING, "The claim {0} is kept until its lease ends", granted.id());
    }
  }

  /** The body is turned into its bytes here, so that the same bytes are kept and sent. */
  private static StoredAnswer kept(ContainerResponseContext response) {
    byte[] body = {};
    if (response.hasEntity()) {
      body = Json.TOLERANT.writeValueAsBytes(response.getEntity());
      response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }
    Map<String, String> headers = new HashMap<>();
    for (String name : KEPT_HEADERS) {
      Optional.ofNullable(response.getHeaderString(name)).ifPresent(v -> headers.put(name, v));
    }
    return new StoredAnswer(response.getStatus(), headers, body);
  }
}
