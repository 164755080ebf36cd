/**
 * How much the log says, changed while the platform runs. An operator's wish is kept in the
 * database and has an end; every node follows it: docs/adr/0050-logs.md.
 */
package io.cornershop.observability.levels;
