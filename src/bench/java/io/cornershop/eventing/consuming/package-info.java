/** What the benchmarks need from inside the connector. */
package io.cornershop.eventing.consuming;
