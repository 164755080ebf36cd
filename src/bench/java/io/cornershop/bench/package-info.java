/**
 * Measures the event store and the relay against the raw clients: same server, same documents, same
 * indexes, same durability, in turns. `mvn -Pbench` runs it; docs/benchmarks.md says how it
 * measures and what came out.
 *
 * <p>A {@link io.cornershop.bench.Measurement} for each question; {@link
 * io.cornershop.bench.OurEngine} is the side under test and the only class that wires it, {@link
 * io.cornershop.bench.RawStore} and {@link io.cornershop.bench.RawRelay} are the hand-written other
 * side. Not in the WAR.
 */
package io.cornershop.bench;
