/**
 * What operators see from outside: health here, metrics in a package of their own. Observes, is
 * never called.
 */
package io.cornershop.observability;
