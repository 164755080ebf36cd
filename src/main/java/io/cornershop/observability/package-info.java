/**
 * What operators see from outside: health now, metrics and traces later. Observes, is never called.
 */
package io.cornershop.observability;
