/**
 * How events lead to commands. A {@link io.cornershop.eventing.sagas.Reaction} says, purely, which
 * commands follow from an event; the {@link io.cornershop.eventing.sagas.ReactionHandler} carries
 * them out, once each in effect.
 */
package io.cornershop.eventing.sagas;
