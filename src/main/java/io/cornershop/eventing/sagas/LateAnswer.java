package io.cornershop.eventing.sagas;

import java.time.Duration;

/** The reason of a step that waited in vain. */
final class LateAnswer {

  private static final String WORDS = " had no answer within ";

  private LateAnswer() {}

  static String of(String step, Duration patience) {
    return step + WORDS + patience;
  }

  /** Whether this is the reason of that step. */
  static boolean isIn(SagaEvent.SagaStepFailed failed) {
    return failed.reason().startsWith(failed.step() + WORDS);
  }
}
