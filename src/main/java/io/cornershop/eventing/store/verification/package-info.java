/**
 * Whether the store is as it was written: recomputes the hashes of streams and of the position log,
 * and names what was changed, cut or deleted. Reads only.
 */
package io.cornershop.eventing.store.verification;
