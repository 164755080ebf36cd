package io.cornershop.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text component of an {@link ExternalEvent}: one line that shows something, as {@link
 * PlainText#isLine} says. It is part of the event's schema, by which outside producers are held.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OneLine {

  /** The longest text, in characters. */
  int maxLength();
}
