/**
 * What a failure means, what a channel knows of the keys that are held, how a record becomes a
 * letter, and the brake that keeps an outage from becoming a flood of letters. Knows nothing of
 * polling; used by {@code eventing.consuming} alone.
 */
package io.cornershop.eventing.consuming.held;
