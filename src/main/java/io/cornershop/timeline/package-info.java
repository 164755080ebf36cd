/**
 * What has happened to one order, across all streams. Read from the store when it is asked for: the
 * streams that have the order's id, those of its sagas and parcels, and what the commands of its
 * sagas have led to elsewhere, which is found by the ids of these commands. Nothing is searched for
 * by correlation: a carrier's scans of many parcels share one.
 */
package io.cornershop.timeline;
