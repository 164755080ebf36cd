/**
 * What an {@code Idempotency-Key} promises: the first accepted answer is kept before it is sent,
 * and a repeat by the same caller for the same operation gets it again. Refusals are not kept, so
 * they can be tried again under the same key.
 *
 * <p>A process that dies in between leaves an entry whose lease runs out; the next repeat takes it
 * over and runs the request again, which is safe, because the ids of its commands are derived from
 * the same key and the event store answers a command id that it knows with the first result.
 *
 * <p>Entries are dropped seven days after they were made, by an index of MongoDB. The embedded
 * server ignores such indexes and keeps them.
 */
package io.cornershop.rest.idempotency;
