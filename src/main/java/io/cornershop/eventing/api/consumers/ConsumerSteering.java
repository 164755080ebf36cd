package io.cornershop.eventing.api.consumers;

import io.cornershop.eventing.api.OperatorActions;
import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.channels.Consumers;
import io.cornershop.eventing.consuming.reports.NodeReport;
import io.cornershop.eventing.consuming.reports.NodeReports;
import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.eventing.consuming.steering.Wish;
import io.cornershop.eventing.consuming.steering.Wishes;
import io.cornershop.kernel.NotFound;
import io.cornershop.rest.RequestContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps what an operator wishes, after it was written down who wished it. */
@RequestScoped
class ConsumerSteering {

  @Inject Consumers consumers;
  @Inject Wishes wishes;
  @Inject NodeReports reports;
  @Inject Clock clock;
  @Inject OperatorActions actions;
  @Inject RequestContext request;

  /**
   * The channel with this name.
   *
   * @throws NotFound when there is none
   */
  ConsumerAnswer show(String name) {
    return answer(status(name), wishes.of(name));
  }

  /**
   * Changes what is wanted.
   *
   * @param action the word in the audit log
   */
  ConsumerAnswer change(String name, String action, UnaryOperator<Wish> change) {
    ConsumerStatus status = status(name);
    actions.record(action, name, Optional.empty());
    return answer(status, wishes.change(name, change));
  }

  /** Wants the channel taken back; a repeat of the request is the same wish. */
  ConsumerAnswer seek(String name, SeekTarget target) {
    ConsumerStatus status = status(name);
    actions.record("consumer.seek", name, Optional.of(target.toString()));
    String asked = request.newId();
    return answer(status, wishes.change(name, wish -> wish.seeking(target, asked)));
  }

  /** The channel on all nodes. */
  ConsumerAnswer answer(ConsumerStatus own, Wish wish) {
    List<NodeReport> others = reports.of(own.channel());
    return ConsumerAnswer.of(GroupView.of(consumers.node(), own, others, clock.instant()), wish);
  }

  private ConsumerStatus status(String name) {
    return consumers.status().stream()
        .filter(status -> status.channel().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("consumer", name));
  }
}
