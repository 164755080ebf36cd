package io.cornershop.payments.gateway;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Money;
import io.cornershop.payments.gateway.NoticeDesk.Effect;
import io.cornershop.payments.gateway.PaymentCourse.GivingBack;
import io.cornershop.payments.gateway.ProviderNotice.Declined;
import io.cornershop.payments.gateway.ProviderNotice.GivenBack;
import io.cornershop.payments.gateway.ProviderNotice.Held;
import io.cornershop.payments.gateway.ProviderNotice.LetGo;
import io.cornershop.payments.gateway.ProviderNotice.NotGivenBack;
import io.cornershop.payments.gateway.ProviderNotice.Taken;
import io.cornershop.payments.gateway.Standing.Authorization;
import io.cornershop.payments.gateway.Standing.Stage;
import java.util.Optional;

/** What a notice means to a payment with this past. Used by one thread. */
final class Hearing {

  private final PaymentCourse course;
  private final Standing now;
  private final Outcomes heard;

  /**
   * @param heard where what is news is told
   */
  Hearing(PaymentCourse course, Outcomes heard) {
    this.course = course;
    this.now = course.standing();
    this.heard = heard;
  }

  Effect of(ProviderNotice notice) {
    if (!fits(notice)) {
      return Effect.CONTRADICTION;
    }
    return switch (notice) {
      case Held n -> held(n);
      case Taken n -> taken(n);
      case Declined n -> declined(n);
      case LetGo n -> letGo(n);
      case GivenBack n -> givenBack(n);
      case NotGivenBack n -> notGivenBack(n);
    };
  }

  /** Whether the payment was begun, and the provider means that which it has told before. */
  private boolean fits(ProviderNotice notice) {
    Optional<Authorization> known = now.authorization();
    return course.initiation().isPresent()
        && known.filter(a -> !a.reference().equals(notice.reference())).isEmpty();
  }

  private Effect held(Held notice) {
    if (!notice.amount().equals(course.amount())) {
      return Effect.CONTRADICTION;
    }
    return switch (now.stage()) {
      case INITIATED -> {
        heard.authorized(course.initiation().orElseThrow(), notice.reference());
        yield Effect.RECORDED;
      }
      case AUTHORIZED, CAPTURED -> Effect.NOTHING_NEW;
      case NOT_BEGUN, CLOSED -> knownIf(now.authorization().isPresent());
    };
  }

  private static Effect knownIf(boolean known) {
    return known ? Effect.NOTHING_NEW : Effect.CONTRADICTION;
  }

  private Effect taken(Taken notice) {
    if (now.stage() == Stage.CLOSED || !notice.amount().equals(course.amount())) {
      return Effect.CONTRADICTION;
    }
    if (now.stage() == Stage.CAPTURED) {
      return Effect.NOTHING_NEW;
    }
    heard.captured(openSince(), notice.reference());
    return Effect.RECORDED;
  }

  /** The event that has led to the request which is open now. */
  private EventEnvelope openSince() {
    return now.authorization().map(Authorization::cause).or(course::initiation).orElseThrow();
  }

  /** What was declined never was held: no answer to a capture. */
  private Effect declined(Declined notice) {
    return switch (now.stage()) {
      case INITIATED -> {
        heard.failed(openSince(), notice.reason());
        yield Effect.RECORDED;
      }
      case CLOSED -> Effect.NOTHING_NEW;
      case NOT_BEGUN, AUTHORIZED, CAPTURED -> Effect.CONTRADICTION;
    };
  }

  private Effect letGo(LetGo notice) {
    return switch (now.stage()) {
      case INITIATED, AUTHORIZED -> {
        course
            .cancellation()
            .ifPresentOrElse(heard::voided, () -> heard.failed(openSince(), notice.reason()));
        yield Effect.RECORDED;
      }
      case CLOSED -> Effect.NOTHING_NEW;
      case NOT_BEGUN, CAPTURED -> Effect.CONTRADICTION;
    };
  }

  private Effect givenBack(GivenBack notice) {
    Optional<GivingBack> asked = requested(notice.key(), notice.amount());
    if (asked.filter(course::awaits).isPresent()) {
      heard.refunded(asked.get().cause(), asked.get().refundId(), notice.amount());
      return Effect.RECORDED;
    }
    return knownIf(
        asked.filter(request -> course.hasPaid(request.refundId(), request.amount())).isPresent());
  }

  private Optional<GivingBack> requested(String key, Money amount) {
    return course.requestOf(key).filter(request -> request.amount().equals(amount));
  }

  private Effect notGivenBack(NotGivenBack notice) {
    Optional<GivingBack> asked = course.requestOf(notice.key());
    if (asked.filter(course::awaits).isPresent()) {
      heard.refundRefused(asked.get().cause(), asked.get().refundId(), notice.reason());
      return Effect.RECORDED;
    }
    return knownIf(
        asked.filter(request -> !course.hasPaid(request.refundId(), request.amount())).isPresent());
  }
}
