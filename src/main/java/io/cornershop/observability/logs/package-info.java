/**
 * Lines of the log as operators read them: the fields of {@link io.cornershop.kernel.LogScope} on
 * each line that the server writes.
 */
package io.cornershop.observability.logs;
