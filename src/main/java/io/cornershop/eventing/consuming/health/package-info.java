/**
 * Whether a channel can go on: handlers that do not return, and loops that stand still or fail
 * again and again. Only looks, by the node's monotonic clock; {@code polling} and {@code
 * observability} draw the conclusions.
 */
package io.cornershop.eventing.consuming.health;
