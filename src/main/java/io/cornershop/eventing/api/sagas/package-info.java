/**
 * Sagas over HTTP: where they stand, what each has done, and what operators do with them. What
 * changes something is written to the audit log first; then it becomes an event of the saga.
 */
package io.cornershop.eventing.api.sagas;
