package io.cornershop.eventing.api;

import io.cornershop.eventing.audit.AuditEntry;
import io.cornershop.eventing.audit.AuditLog;
import io.cornershop.rest.RequestContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Writes down what the caller of this request does, before it is done. */
@RequestScoped
public class OperatorActions {

  private static final Logger LOG = System.getLogger(OperatorActions.class.getName());

  @Inject private AuditLog audit;
  @Inject private Clock clock;
  @Inject private RequestContext request;

  /**
   * Keeps an entry in the audit log.
   *
   * @param action a word for the kind of thing, a dot, a word for what is done to it
   * @param reason in the caller's words
   * @throws io.cornershop.kernel.Unavailable when it cannot be written; then nothing may be done
   */
  public void record(String action, String target, Optional<String> reason) {
    audit.record(
        new AuditEntry(
            request.newId(),
            clock.instant(),
            request.caller().userId(),
            action,
            target,
            request.correlationId(),
            reason));
    LOG.log(Level.INFO, "An operator asks for {0} of {1}", action, target);
  }
}
