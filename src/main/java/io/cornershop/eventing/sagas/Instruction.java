package io.cornershop.eventing.sagas;

import io.cornershop.kernel.Command;
import java.util.Optional;

/**
 * One command of a step, or of its undoing.
 *
 * @param onlyAfter the command is left out unless that one has had an effect; looked up only after
 *     all instructions before this one were carried out
 */
public record Instruction(Command command, Optional<Done> onlyAfter) {

  /** The instruction of a step that has this place, from 0, when the step is done. */
  public record Done(String step, int place) {}

  /** In any case. */
  public static Instruction of(Command command) {
    return new Instruction(command, Optional.empty());
  }

  /** Only if that one has had an effect. */
  public static Instruction onlyAfter(String step, int place, Command command) {
    return new Instruction(command, Optional.of(new Done(step, place)));
  }
}
