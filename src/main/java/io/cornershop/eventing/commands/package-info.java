/**
 * From a command to durable events: load the aggregate, fold it, decide, append one commit, and
 * decide again when another writer was first. A command id that the store has seen is answered with
 * its first result. Beside it, {@link io.cornershop.eventing.commands.ExternalEvents}: what outside
 * producers tell is stored without a decision.
 */
package io.cornershop.eventing.commands;
