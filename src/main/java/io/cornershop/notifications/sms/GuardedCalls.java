package io.cornershop.notifications.sms;

import io.cornershop.notifications.sms.SmsReply.Lost;
import io.cornershop.notifications.sms.SmsReply.NotAsked;
import io.cornershop.outbound.EndlessAnswer;
import io.cornershop.outbound.OutboundHttp;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Asks over the guarded line, and tells what may have arrived from what has not. Thread-safe. */
final class GuardedCalls implements SmsCalls {

  private final SmsLine line;
  private final SmsSettings settings;

  GuardedCalls(SmsLine line, SmsSettings settings) {
    this.line = line;
    this.settings = settings;
  }

  @Override
  public SmsReply create(Map<String, String> fields) {
    return ask(api -> api.create(settings.account(), OutboundHttp.form(fields)));
  }

  @Override
  public SmsReply list(String to, int limit) {
    return ask(api -> api.list(settings.account(), to, limit));
  }

  private SmsReply ask(Function<SmsApi, Response> request) {
    try {
      return line.ask(request);
    } catch (CircuitBreakerOpenException | BulkheadException e) {
      return new NotAsked("The SMS provider is not asked for a while");
    } catch (ProviderFailed e) {
      return new Lost(e.getMessage());
    } catch (TimeoutException e) {
      return new Lost("The SMS provider does not answer in time");
    } catch (EndlessAnswer e) {
      return new Lost("The answer of the SMS provider has no end");
    } catch (ProcessingException e) {
      return isUnconnected(e)
          ? new NotAsked("There is no connection to the SMS provider")
          : new Lost("The connection to the SMS provider broke");
    }
  }

  /** Only what certainly comes before the first byte of a request. */
  private static boolean isUnconnected(Throwable failure) {
    return Stream.iterate(
            Optional.of(failure),
            Optional::isPresent,
            cause -> cause.flatMap(c -> Optional.ofNullable(c.getCause())))
        .flatMap(Optional::stream)
        .limit(10)
        .anyMatch(c -> c instanceof ConnectException || c instanceof UnknownHostException);
  }
}
