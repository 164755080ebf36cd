/**
 * Held sequences and letters on MongoDB: {@code held_sequences}, {@code dead_letters} and {@code
 * dead_letter_payloads}, where bytes lie in chunks, because a document holds 16 MB at most.
 */
package io.cornershop.eventing.deadletters.mongo;
