/**
 * From a command to durable events: take the state of the aggregate from the cache or fold it,
 * decide, append one commit, and decide again when another writer was first. Commands that wait for
 * one aggregate are decided one after another and go into one commit. A command id that the store
 * has seen is answered with its first result. Beside it, {@link
 * io.cornershop.eventing.commands.ExternalEvents}: what outside producers tell is stored without a
 * decision.
 */
package io.cornershop.eventing.commands;
