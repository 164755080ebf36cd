/**
 * The connector as the runtime and {@code bootstrap} see it: finds the settings of each channel,
 * and joins a poll loop, the runtime's channel and the handlers behind it. Holds no rule of its
 * own.
 */
package io.cornershop.eventing.consuming.channels;
