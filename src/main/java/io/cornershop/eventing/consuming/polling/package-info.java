/**
 * The one thread of a channel that talks to Kafka: polls while there is room, commits, follows what
 * operators want, and begins anew after failures. Knows no handler; what it polled goes to an
 * {@link io.cornershop.eventing.consuming.polling.Outlet}, behind which {@code channels} puts the
 * runtime's channel.
 */
package io.cornershop.eventing.consuming.polling;
