/**
 * What every adapter to MongoDB does alike: {@link io.cornershop.mongo.MongoCalls} is where the
 * driver's exceptions end, {@link io.cornershop.mongo.Durable} what is acknowledged only when it is
 * kept. Knows the kernel only; the event store, which repeats calls by rules of its own, has its
 * own.
 */
package io.cornershop.mongo;
