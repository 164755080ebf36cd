/**
 * How values look in JSON, the same for stored events and for HTTP: money as a decimal string, ids
 * as plain text, instants by ISO 8601, nothing by floating point. Knows the kernel only.
 */
package io.cornershop.json;
