package io.cornershop.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and schema version under which an event is stored and published. Classes may be renamed,
 * a released wire name never.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {

  /** The event type, as the contract spells it. */
  String value();

  /** The schema version of this event type, from 1. */
  int version() default 1;
}
