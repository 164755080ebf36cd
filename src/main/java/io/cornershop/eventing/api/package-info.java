/**
 * The engine's own HTTP: reading the event store. Answers with what is stored, in the store's own
 * envelope; knows no domain but through its decider, which folds a history into a state.
 */
package io.cornershop.eventing.api;
