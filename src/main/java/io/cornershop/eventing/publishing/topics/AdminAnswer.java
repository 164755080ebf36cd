package io.cornershop.eventing.publishing.topics;

import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** What the brokers answer, if they do within seconds. */
final class AdminAnswer {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private AdminAnswer() {}

  /**
   * @param what it is, for the sentence
   * @throws Unavailable when there is no answer
   */
  static <T> T of(String what, KafkaFuture<T> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Unavailable("Kafka does not tell " + what, PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Interrupted", PATIENCE, e);
    }
  }
}
