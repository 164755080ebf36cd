/**
 * How events lead to commands. A {@link io.cornershop.eventing.sagas.Reaction} says, purely, which
 * commands follow from an event; the {@link io.cornershop.eventing.sagas.ReactionHandler} carries
 * them out, once each in effect. What takes several steps, waits, or must be undone is a {@link
 * io.cornershop.eventing.sagas.Saga}: declared steps, a history of its own events, and a {@link
 * io.cornershop.eventing.sagas.SagaRunner} that goes on with it.
 */
package io.cornershop.eventing.sagas;
