/**
 * What operators see of one request and all that it causes: spans of OpenTelemetry, made of what
 * the parts of the platform tell, with the names and attributes of its semantic conventions. Names
 * are of few words; attributes may be ids, never what is personal, and never a payload. Also when
 * anything is sent at all, and to whom it is told that it cannot be. Observes, is never called by
 * them; see ADR 0049.
 */
package io.cornershop.observability.traces;
