package io.cornershop.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text component of an event, or of a record inside an event, that tells something about a
 * person. Such a value passes the personal-data codec before it is stored; the event names whose it
 * is with {@link DataSubject}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PersonalData {}
