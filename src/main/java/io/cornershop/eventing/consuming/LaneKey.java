package io.cornershop.eventing.consuming;

/** Within it a handler gets its events in order. */
record LaneKey(String handler, String key) {}
