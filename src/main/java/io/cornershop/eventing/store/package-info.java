/**
 * Where history is kept. The store is the outbox: a command's events are in one immutable commit
 * document, appended behind the predecessor whose hash the writer holds; nothing else is written.
 *
 * <p>The position log, beside it, gives every durable commit its place in the whole store. Only the
 * relay writes it. Its entries also say what their commits hold, which is what {@link
 * io.cornershop.eventing.store.EventIndex} searches, and carry sums. Whether both are what was
 * written, {@link io.cornershop.eventing.store.verification.LogVerification} and {@link
 * io.cornershop.eventing.store.verification.StreamVerification} can tell. Adapters: in memory (the
 * reference for the contracts) and MongoDB.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/core/write-operations-atomicity/">a write to
 *     one document is atomic</a>
 */
package io.cornershop.eventing.store;
