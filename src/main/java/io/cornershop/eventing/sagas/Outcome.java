package io.cornershop.eventing.sagas;

/** How the instructions of a step ended. */
sealed interface Outcome {

  /** Each has had its effect. */
  record Done() implements Outcome {}

  /** One was refused, and would be again. */
  record Refused(String reason) implements Outcome {}

  /** Of one it is not known why it failed. */
  record Failed(String reason) implements Outcome {}
}
