package io.cornershop.eventing.consuming.partitions;

import java.util.List;

/** What one poll gave: the payload of the engine's channels. */
public record PolledRecords(List<Polled> records) {}
