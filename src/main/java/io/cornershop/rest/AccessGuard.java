package io.cornershop.rest;

import io.cornershop.rest.problems.Refusal;
import io.cornershop.rest.problems.Refused;
import io.cornershop.security.Caller;
import io.cornershop.security.CurrentCaller;
import io.cornershop.security.Forbidden;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Stands in front of every resource method: lets those pass who have a role of its
 * {@code @RolesAllowed} or its class's; with neither this nor {@code @PermitAll}, nobody passes.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessGuard implements ContainerRequestFilter {

  private static final List<Class<? extends Annotation>> RULES =
      List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

  @Context private ResourceInfo resource;
  @Inject private CurrentCaller currentCaller;

  @Override
  public void filter(ContainerRequestContext request) {
    require(resource.getResourceMethod(), currentCaller.get());
  }

  static void require(Method method, Caller caller) {
    AnnotatedElement rule = ruleFor(method);
    if (rule.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    if (caller.equals(Caller.ANONYMOUS)) {
      throw new Refused(Refusal.unauthenticated());
    }
    RolesAllowed allowed = rule.getAnnotation(RolesAllowed.class);
    if (allowed == null || !caller.hasAny(allowed.value())) {
      throw Forbidden.missingRole();
    }
  }

  private static AnnotatedElement ruleFor(Method method) {
    boolean ruled = RULES.stream().anyMatch(method::isAnnotationPresent);
    return ruled ? method : method.getDeclaringClass();
  }
}
