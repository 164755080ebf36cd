/**
 * What operators count and read: every metric, the bounded words of its labels, and what makes
 * metrics of what the parts of the platform tell their observers. Observes, is never called by
 * them; see ADR 0047.
 */
package io.cornershop.observability.metrics;
