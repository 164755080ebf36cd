/** What the benchmarks need from inside the rebuild. */
package io.cornershop.eventing.projections.rebuild;
