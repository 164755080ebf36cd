/**
 * What operators see from outside: health here, metrics and traces in packages of their own.
 * Observes, is never called.
 */
package io.cornershop.observability;
