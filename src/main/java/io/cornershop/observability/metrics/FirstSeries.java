package io.cornershop.observability.metrics;

import io.cornershop.eventing.sagas.SagaObserver.Result;
import io.cornershop.notifications.Channel;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Series that exist from the start, at zero: an increase is seen only of what was there. */
public final class FirstSeries {

  private final Meters meters;

  public FirstSeries(Meters meters) {
    this.meters = meters;
  }

  /** Of every step of these sagas. */
  public void ofSagas(Map<String, List<String>> stepsByType) {
    stepsByType.forEach(
        (type, steps) -> {
          Stream.of(
                  Metric.SAGAS_STARTED_TOTAL,
                  Metric.SAGAS_COMPLETED_TOTAL,
                  Metric.SAGAS_FAILED_TOTAL,
                  Metric.SAGAS_COMPENSATED_TOTAL)
              .forEach(metric -> meters.add(metric, 0, type));
          steps.forEach(step -> ofStep(type, step));
        });
  }

  private void ofStep(String type, String step) {
    meters.add(Metric.SAGA_TIMEOUTS_TOTAL, 0, type, step);
    meters.add(Metric.SAGA_RETRIES_TOTAL, 0, type, step);
    Arrays.stream(Result.values())
        .map(SagaMetrics::word)
        .forEach(result -> meters.add(Metric.SAGA_STEPS_EXECUTED_TOTAL, 0, type, step, result));
  }

  /** Of what is published to topics. */
  public void ofTopics(Collection<String> topics) {
    String any = Vocabulary.OTHER;
    topics.forEach(topic -> meters.add(Metric.EVENTS_PUBLISH_ERRORS_TOTAL, 0, any, topic, any));
  }

  /** Of what a group reads. */
  public void ofGroup(String group, Collection<String> topics) {
    for (String topic : topics) {
      for (String kind : ConsumingMetrics.KINDS) {
        meters.add(Metric.EVENTS_CONSUME_ERRORS_TOTAL, 0, Vocabulary.OTHER, topic, group, kind);
      }
    }
  }

  /** Of what is read again. */
  public void ofAggregates(Collection<String> types) {
    types.forEach(type -> meters.add(Metric.EVENTS_REPLAYED_TOTAL, 0, type));
  }

  /** Of messages to people. */
  public void ofMessages() {
    for (Channel channel : Channel.values()) {
      for (String error : DeliveryMetrics.ERRORS) {
        meters.add(Metric.NOTIFICATION_SEND_ERRORS_TOTAL, 0, DeliveryMetrics.word(channel), error);
      }
    }
  }
}
