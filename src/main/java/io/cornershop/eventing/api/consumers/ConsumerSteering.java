package io.cornershop.eventing.api.consumers;

import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.channels.Consumers;
import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.eventing.consuming.steering.Wish;
import io.cornershop.eventing.consuming.steering.Wishes;
import io.cornershop.kernel.NotFound;
import io.cornershop.rest.RequestContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps what an operator wishes, after it was written down who wished it. */
@RequestScoped
class ConsumerSteering {

  @Inject Consumers consumers;
  @Inject Wishes wishes;
  @Inject OperatorActions actions;
  @Inject RequestContext request;

  /**
   * The channel with this name.
   *
   * @throws NotFound when there is none
   */
  ConsumerAnswer show(String name) {
    return ConsumerAnswer.of(status(name), wishes.of(name));
  }

  /**
   * Changes what is wanted.
   *
   * @param action the word in the audit log
   */
  ConsumerAnswer change(String name, String action, UnaryOperator<Wish> change) {
    ConsumerStatus status = status(name);
    actions.record(action, name, Optional.empty());
    return ConsumerAnswer.of(status, wishes.change(name, change));
  }

  /** Wants the channel taken back; a repeat of the request is the same wish. */
  ConsumerAnswer seek(String name, SeekTarget target) {
    ConsumerStatus status = status(name);
    actions.record("consumer.seek", name, Optional.of(target.toString()));
    String asked = request.newId();
    return ConsumerAnswer.of(status, wishes.change(name, wish -> wish.seeking(target, asked)));
  }

  private ConsumerStatus status(String name) {
    return consumers.status().stream()
        .filter(status -> status.channel().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("consumer", name));
  }
}
