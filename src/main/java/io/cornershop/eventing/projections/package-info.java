/**
 * From events to documents that are read: one row at a time, guarded per source stream, so that a
 * repeated event changes nothing and a missing one is fetched from the store.
 */
package io.cornershop.eventing.projections;
