/**
 * All events as server-sent events: one loop over the position log, from history to live. What
 * waits, and what is silent, says so in comments.
 */
package io.cornershop.eventing.api.feed;
