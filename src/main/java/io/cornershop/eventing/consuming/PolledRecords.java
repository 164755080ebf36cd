package io.cornershop.eventing.consuming;

import java.util.List;

/** What one poll gave: the payload of the engine's channels. */
record PolledRecords(List<Polled> records) {}
