/**
 * A record of each dead letter on {@code <topic>.dlq}, derived from the database and sent at least
 * once. Called by the node that owns the letter, through {@code eventing.consuming}.
 */
package io.cornershop.eventing.publishing.letters;
