/**
 * The event store and the position log on MongoDB, or on a server that speaks its protocol. Only
 * single-document writes, unique indexes and lookups by key are used on the way of a command.
 */
package io.cornershop.eventing.store.mongo;
