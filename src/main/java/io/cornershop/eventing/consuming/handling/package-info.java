/**
 * What happens to a record after it was polled: it is read, led to the handlers that want it, each
 * in the lane of its key, tried and tried again, held when it fails, and drained when that is due.
 * Never polls and never commits; {@code channels} gives it the records.
 *
 * <p>The straight way is HandlerTask, in bulk through BulkHandling. Aside of it: LoadTask, until it
 * is known what is held; RecordTask, for whole records that nobody can read; and from HeldWork,
 * which looks each second what is due, DrainTask, which tries letters in the lane of their key.
 */
package io.cornershop.eventing.consuming.handling;
