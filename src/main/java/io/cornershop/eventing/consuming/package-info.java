/**
 * From Kafka to effects: the connector that polls and commits, lanes that keep the order of each
 * key while different keys run side by side, and the one place that decides what a failure means.
 */
package io.cornershop.eventing.consuming;
