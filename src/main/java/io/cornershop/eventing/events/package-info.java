/**
 * What an event is outside its domain: envelope, registry of wire names, JSON, upcasting and the
 * personal-data codec. The shapes here are stored for ever and published; the golden files under
 * {@code src/test/resources/events} hold them still.
 */
package io.cornershop.eventing.events;
