package io.cornershop.outbound;

import java.util.Optional;

/**
 * An answer over HTTP, read to its end.
 *
 * @param retryAfter the header of that name
 */
public record HttpAnswer(int status, byte[] body, Optional<String> retryAfter) {}
