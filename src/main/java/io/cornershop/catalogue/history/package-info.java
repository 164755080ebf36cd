/**
 * How old events of the catalogue are read today: one pure function per version that was left
 * behind. A function here is never changed, because the events that it lifts never change either.
 */
package io.cornershop.catalogue.history;
