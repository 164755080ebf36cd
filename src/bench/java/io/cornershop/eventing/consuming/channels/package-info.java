/**
 * What the measurements need of the connector's inside: a channel without the runtime around it.
 */
package io.cornershop.eventing.consuming.channels;
