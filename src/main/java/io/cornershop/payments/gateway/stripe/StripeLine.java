package io.cornershop.payments.gateway.stripe;

import io.cornershop.outbound.Authorization;
import io.cornershop.outbound.Exchanges;
import io.cornershop.outbound.HttpAnswer;
import io.cornershop.outbound.HttpTraces;
import io.cornershop.outbound.OutboundHttp;
import io.cornershop.payments.gateway.stripe.StripeRequest.Cancel;
import io.cornershop.payments.gateway.stripe.StripeRequest.Capture;
import io.cornershop.payments.gateway.stripe.StripeRequest.Create;
import io.cornershop.payments.gateway.stripe.StripeRequest.Find;
import io.cornershop.payments.gateway.stripe.StripeRequest.Refund;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The line to Stripe, by MicroProfile Rest Client and Fault Tolerance. A request that was not
 * judged is repeated at once, with the same key, so that it has one effect; only while that is
 * quick, for the engine asks again anyway. When most requests fail, none is made for a while. Each
 * bound can be set, as Fault Tolerance says: {@code <class>/ask/<annotation>/<parameter>}.
 * Thread-safe.
 */
@ApplicationScoped
public class StripeLine {

  static final String KEY = "Idempotency-Key";

  private static final String VERSION = "/v1";

  private final Exchanges<StripeApi> stripe;

  /** For the proxy of CDI. */
  protected StripeLine() {
    this.stripe = null;
  }

  @Inject
  public StripeLine(StripeSettings settings, HttpTraces traces) {
    this.stripe =
        OutboundHttp.open(
            StripeApi.class,
            settings.baseUrl() + VERSION,
            settings.timeout(),
            Authorization.bearer(settings.secretKey()),
            traces);
  }

  /**
   * What Stripe has judged.
   *
   * @param tries counts how often the request may have reached Stripe
   * @throws NotJudged when it has answered and judged nothing
   * @throws ProcessingException when the connection broke, or no answer came in time, or one
   *     without an end
   * @throws org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException when it took
   *     too long, or it was not asked
   */
  @Retry(
      maxRetries = 2,
      delay = 200,
      jitter = 100,
      maxDuration = 3_000,
      retryOn = {ProcessingException.class, NotJudged.class})
  @CircuitBreaker(
      requestVolumeThreshold = 10,
      failureRatio = 0.7,
      delay = 5_000,
      failOn = {ProcessingException.class, NotJudged.class, TimeoutException.class})
  @Timeout(30_000)
  @Bulkhead(20)
  public StripeReply ask(StripeRequest request, AtomicInteger tries) {
    int resends = tries.getAndIncrement();
    HttpAnswer answer = stripe.ask(resends, api -> send(api, request));
    StripeReply reply = StripeReply.of(answer.status(), answer.body());
    if (!reply.isJudged()) {
      throw new NotJudged(reply.status());
    }
    return reply;
  }

  private static Response send(StripeApi api, StripeRequest request) {
    return switch (request) {
      case Create r -> api.create(r.key(), OutboundHttp.form(r.fields()));
      case Capture r -> api.capture(r.key(), r.intent(), OutboundHttp.form(r.fields()));
      case Cancel r -> api.cancel(r.key(), r.intent(), new Form());
      case Refund r -> api.refund(r.key(), OutboundHttp.form(r.fields()));
      case Find r -> api.find(r.intent());
    };
  }

  @PreDestroy
  void close() {
    stripe.close();
  }
}
