package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.Sources;
import java.util.Map;

/**
 * A row as it is stored, to be compared, whatever the build can read.
 *
 * @param columns by their stored names, without the id and what the engine adds
 */
public record RowImage(String id, Sources sources, Map<String, Object> columns) {}
