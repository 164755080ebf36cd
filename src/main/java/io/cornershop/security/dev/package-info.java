/**
 * The token issuer of the local run. It exists only where {@code cornershop.dev-tokens.private-key}
 * names a key, and answers only requests that arrive on the loopback interface.
 */
package io.cornershop.security.dev;
