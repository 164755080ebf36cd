/**
 * The engine's own HTTP: reading the event store. Answers with what is stored, in the store's own
 * envelope; knows no domain but through its decider, which folds a history into a state.
 *
 * <ul>
 *   <li>{@link io.cornershop.eventing.api.EventStoreResource}: one stream, and everything in order
 *   <li>{@link io.cornershop.eventing.api.EventSearchResource}: by type, request, time and id
 *   <li>{@link io.cornershop.eventing.api.ReplayResource}: a state out of its history
 *   <li>{@link io.cornershop.eventing.api.StoreCheckResource}: sums, and whether all is as written
 *   <li>{@link io.cornershop.eventing.api.feed.FeedResource}: server-sent events, without end
 * </ul>
 */
package io.cornershop.eventing.api;
