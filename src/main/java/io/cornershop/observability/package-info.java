/**
 * What operators see from outside: health here, metrics, traces, the fields of log lines and their
 * levels in packages of their own. Observes, is never called.
 */
package io.cornershop.observability;
