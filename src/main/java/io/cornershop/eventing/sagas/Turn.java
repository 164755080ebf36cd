package io.cornershop.eventing.sagas;

import java.time.Instant;

/** What comes next in a saga. */
sealed interface Turn {

  /** It has moved. */
  record Move(SagaCommand command) implements Turn {

    /** For a line of the log. */
    String words() {
      return (command.getClass().getSimpleName() + " " + step()).strip();
    }

    /** The step that it is about; empty when it is about all of them. */
    String step() {
      return switch (command) {
        case SagaCommand.CompleteStep c -> c.step();
        case SagaCommand.RetryStep c -> c.step();
        case SagaCommand.FailStep c -> c.step();
        default -> "";
      };
    }
  }

  /** Nothing to do until then, if nobody is heard before. */
  record Wait(Instant until) implements Turn {}
}
