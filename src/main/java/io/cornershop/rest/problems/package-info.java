/**
 * What a caller is told when something goes wrong: one form for all, problem details by RFC 9457. A
 * refusal of any layer becomes a {@link io.cornershop.rest.problems.Problem} here and nowhere else;
 * no stack trace and no driver's message reaches a caller.
 */
package io.cornershop.rest.problems;
