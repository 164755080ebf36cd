package io.cornershop.payments.gateway;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Hears what the provider tells unasked. What a payment waits for is recorded by the same commands
 * with the same ids as the answer to the {@link PaymentDesk}: whichever comes first has the effect.
 * All else changes nothing. Thread-safe.
 */
public final class NoticeDesk {

  /** The source of what is recorded. */
  public static final String NAME = "payment-notices";

  private static final Logger LOG = System.getLogger(NoticeDesk.class.getName());
  private static final int TRIES = 5;

  /** What has become of a notice. */
  public enum Effect {
    /** It is the answer that the payment waited for. */
    RECORDED,
    /** The payment knows it already. */
    NOTHING_NEW,
    /** The payment's history says otherwise, and stays; somebody must look at the provider's. */
    CONTRADICTION,
    /** It is about no payment of this shop. */
    NOT_OURS
  }

  private final String aggregateType;
  private final PaymentHistory history;
  private final Outcomes outcomes;

  public NoticeDesk(PaymentDesk.Office office) {
    this.aggregateType = office.types().of(PaymentInitiated.class).aggregateType();
    this.history = new PaymentHistory(office.store(), office.json());
    this.outcomes = new Outcomes(office.commands(), office.clock());
  }

  /**
   * Records what is news.
   *
   * @throws Unavailable when the store does not answer, or the payment never stood still
   */
  public Effect receive(ProviderNotice notice) {
    StreamId payment = streamOf(notice.paymentId());
    try (LogScope lines = LogScope.open(LogField.AGGREGATE, payment)) {
      return receiveUntilItStandsStill(notice);
    }
  }

  private Effect receiveUntilItStandsStill(ProviderNotice notice) {
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        return receiveOnce(notice);
      } catch (StaleVersion moved) {
        // The payment has moved since it was read: what the notice means is judged again.
      }
    }
    throw new Unavailable(
        "Payment " + notice.paymentId() + " is being changed", Duration.ofSeconds(1), null);
  }

  private Effect receiveOnce(ProviderNotice notice) {
    PaymentCourse course = courseOf(notice.paymentId());
    if (course.isEmpty()) {
      return Effect.NOT_OURS;
    }
    Outcomes heard = outcomes.heardBy(NAME, course.sequence());
    Effect effect = new Hearing(course, heard).of(notice);
    if (effect == Effect.CONTRADICTION) {
      LOG.log(
          Level.WARNING,
          "Payment {0}: the provider says {1}, which contradicts the payment''s history",
          notice.paymentId(),
          notice.getClass().getSimpleName());
    }
    return effect;
  }

  private PaymentCourse courseOf(PaymentId payment) {
    return history.courseOf(streamOf(payment));
  }

  private StreamId streamOf(PaymentId payment) {
    return new StreamId(aggregateType, payment.value());
  }
}
