/**
 * The ground that the relay stands on: how its clients are set, and the topics, made and checked.
 * Who publishes what on them is in the package around this one.
 */
package io.cornershop.eventing.publishing.topics;
