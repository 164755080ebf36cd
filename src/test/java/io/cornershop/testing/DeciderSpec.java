package io.cornershop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Rejected;
import java.util.List;

/**
 * Says what a decider does in the words given, when, then:
 *
 * <pre>{@code
 * DeciderSpec.of(new CartDecider())
 *     .given(cartCreated).when(addItem).then(itemAdded)
 *     .when(checkOut).thenRejected("address-missing");
 * }</pre>
 */
public final class DeciderSpec<C extends Command, S, E extends DomainEvent> {

  private final Decider<C, S, E> decider;

  private DeciderSpec(Decider<C, S, E> decider) {
    this.decider = decider;
  }

  /** A specification of {@code decider}. */
  public static <C extends Command, S, E extends DomainEvent> DeciderSpec<C, S, E> of(
      Decider<C, S, E> decider) {
    return new DeciderSpec<>(decider);
  }

  /** What has happened before; nothing without arguments. */
  @SafeVarargs
  public final Given given(E... history) {
    return new Given(fold(decider.initial(), List.of(history)));
  }

  private S fold(S state, List<E> events) {
    S folded = state;
    for (E event : events) {
      folded = decider.evolve(folded, event);
    }
    return folded;
  }

  /** A history. */
  public final class Given {

    private final S state;

    private Given(S state) {
      this.state = state;
    }

    /** The command that meets it. */
    public When when(C command) {
      return new When(state, command);
    }
  }

  /** A command that meets a history. */
  public final class When {

    private final S state;
    private final C command;

    private When(S state, C command) {
      this.state = state;
      this.command = command;
    }

    /**
     * Exactly these events happen, in this order, and the next state can be told from them.
     *
     * @return what has happened by then, so that a story can go on
     */
    @SafeVarargs
    public final Given then(E... expected) {
      List<E> events = decider.decide(command, state);
      assertThat(events).containsExactly(expected);
      return new Given(fold(state, events));
    }

    /** The business refuses with this code. */
    public void thenRejected(String code) {
      Rejected refusal = catchThrowableOfType(Rejected.class, () -> decider.decide(command, state));
      assertThat(refusal).as("refusal of %s", command).isNotNull();
      assertThat(refusal.code()).isEqualTo(code);
    }

    /** The command changes nothing and is no error. */
    public void thenNothing() {
      assertThat(decider.decide(command, state)).isEmpty();
    }
  }
}
