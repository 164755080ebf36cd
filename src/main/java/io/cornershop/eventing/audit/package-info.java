/**
 * What operators have asked the engine to do: who, when, what, to what, in which request and why.
 * Written before the action, so that no action is without an entry; an entry does not tell that the
 * action succeeded. Entries are never changed. Written by whatever lets an operator act, read by
 * {@code eventing.api.audit}.
 */
package io.cornershop.eventing.audit;
