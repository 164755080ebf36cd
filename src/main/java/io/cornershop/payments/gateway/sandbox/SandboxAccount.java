package io.cornershop.payments.gateway.sandbox;

import io.cornershop.payments.gateway.Answer;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Refused;
import io.cornershop.payments.gateway.Answer.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sandbox holds and has taken for one payment, in minor units. Immutable. It keeps its
 * answer to every key, so a key has one effect.
 */
public record SandboxAccount(
    String reference, String method, Balance balance, List<Request> requests) {

  /**
   * Never below zero, and never more refunded than captured.
   *
   * @param held what can be taken
   * @param captured what was taken, whether it was given back or not
   * @param refunded what was given back of it
   */
  public record Balance(String currency, long held, long captured, long refunded) {}

  /**
   * A key that was used.
   *
   * @param asks how often it came
   * @param refusal why it was refused; empty when it was done
   */
  public record Request(String key, int asks, Optional<String> refusal) {}

  private static final int SILENT_ASKS = 2;

  public SandboxAccount {
    requests = List.copyOf(requests);
  }

  static SandboxAccount opened(String reference, String method, String currency) {
    return new SandboxAccount(reference, method, new Balance(currency, 0, 0, 0), List.of());
  }

  private SandboxCard card() {
    return SandboxCard.of(method);
  }

  boolean isSlow() {
    return card() == SandboxCard.SLOW;
  }

  /** As it is after the first request with this key, or one ask later. */
  SandboxAccount authorized(String key, long amount) {
    return switch (card()) {
      case DECLINE -> once(key, refusal("card_declined"));
      case INSUFFICIENT_FUNDS -> once(key, refusal("insufficient_funds"));
      case UNKNOWN -> once(key, refusal("unknown_test_card"));
      case APPROVE, TIMEOUT, SLOW, CAPTURE_FAILS, REFUND_FAILS ->
          once(
              key,
              isUntouched()
                  ? done(new Balance(balance.currency(), amount, 0, 0))
                  : refusal("already_authorized"));
    };
  }

  private boolean isUntouched() {
    return balance.held() == 0 && balance.captured() == 0;
  }

  SandboxAccount captured(String key, long amount) {
    if (card() == SandboxCard.CAPTURE_FAILS) {
      return once(key, refusal("capture_failed"));
    }
    return once(
        key,
        balance.held() < amount
            ? refusal("nothing_to_capture")
            : done(new Balance(balance.currency(), 0, amount, 0)));
  }

  SandboxAccount voided(String key) {
    return once(
        key,
        balance.captured() > 0
            ? refusal("already_captured")
            : done(new Balance(balance.currency(), 0, 0, 0)));
  }

  SandboxAccount refunded(String key, long amount) {
    if (card() == SandboxCard.REFUND_FAILS) {
      return once(key, refusal("refund_failed"));
    }
    long total = balance.refunded() + amount;
    return once(
        key,
        total > balance.captured()
            ? refusal("refund_exceeds_payment")
            : done(new Balance(balance.currency(), 0, balance.captured(), total)));
  }

  private record Effect(Balance balance, Optional<String> refusal) {}

  private Effect refusal(String reason) {
    return new Effect(balance, Optional.of(reason));
  }

  private static Effect done(Balance after) {
    return new Effect(after, Optional.empty());
  }

  private SandboxAccount once(String key, Effect effect) {
    Optional<Request> before = request(key);
    Request asked =
        before
            .map(r -> new Request(key, r.asks() + 1, r.refusal()))
            .orElseGet(() -> new Request(key, 1, effect.refusal()));
    Stream<Request> others = requests.stream().filter(r -> !r.key().equals(key));
    return new SandboxAccount(
        reference,
        method,
        before.isPresent() ? balance : effect.balance(),
        Stream.concat(others, Stream.of(asked)).toList());
  }

  private Optional<Request> request(String key) {
    return requests.stream().filter(r -> r.key().equals(key)).findFirst();
  }

  /** What is said to whoever has asked with this key. */
  Answer answer(String key) {
    Request request = request(key).orElseThrow();
    if (card() == SandboxCard.TIMEOUT && request.asks() <= SILENT_ASKS) {
      return new Unknown();
    }
    return request.refusal().<Answer>map(Refused::new).orElseGet(() -> new Done(reference));
  }
}
