/**
 * Channels as operators see and steer them. What they wish is kept by {@code consuming.steering}.
 */
package io.cornershop.eventing.api.consumers;
