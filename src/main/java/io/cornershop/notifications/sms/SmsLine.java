package io.cornershop.notifications.sms;

import io.cornershop.notifications.sms.SmsReply.Answered;
import io.cornershop.outbound.Authorization;
import io.cornershop.outbound.Exchanges;
import io.cornershop.outbound.HttpAnswer;
import io.cornershop.outbound.HttpTraces;
import io.cornershop.outbound.OutboundHttp;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The line to the SMS provider, by MicroProfile Rest Client and Fault Tolerance. Nothing is
 * repeated: the API knows no key by which it would recognise a repeat. When most requests fail,
 * none is made for a while. Each bound can be set, as Fault Tolerance says: {@code
 * <class>/ask/<annotation>/<parameter>}. Thread-safe.
 */
@ApplicationScoped
public class SmsLine {

  private static final String VERSION = "/2010-04-01";

  private final Exchanges<SmsApi> provider;

  /** For the proxy of CDI. */
  protected SmsLine() {
    this.provider = null;
  }

  @Inject
  public SmsLine(SmsSettings settings, HttpTraces traces) {
    this.provider =
        OutboundHttp.open(
            SmsApi.class,
            settings.baseUrl() + VERSION,
            settings.timeout(),
            Authorization.basic(settings.account(), settings.token()),
            traces);
  }

  /**
   * The answer of the provider, unless it failed.
   *
   * @throws ProviderFailed when it answers 5xx
   * @throws ProcessingException when the connection broke or was never made, or no answer came in
   *     time, or one without an end
   * @throws org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException when it took
   *     too long, or it was not asked
   */
  @CircuitBreaker(
      requestVolumeThreshold = 10,
      failureRatio = 0.7,
      delay = 5_000,
      failOn = {ProcessingException.class, ProviderFailed.class, TimeoutException.class})
  @Timeout(30_000)
  @Bulkhead(20)
  public SmsReply ask(Function<SmsApi, Response> request) {
    HttpAnswer heard = provider.ask(request);
    Answered answer = Answered.of(heard.status(), heard.body(), heard.retryAfter());
    if (answer.status() >= 500) {
      throw new ProviderFailed(answer.error());
    }
    return answer;
  }

  @PreDestroy
  void close() {
    provider.close();
  }
}
