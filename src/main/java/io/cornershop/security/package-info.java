/**
 * Who calls and what they may: roles, the caller behind the token, refusals. A resource method says
 * with {@code @RolesAllowed} (names in {@link io.cornershop.security.Role}) or {@code @PermitAll}
 * who may call it; without either, nobody may. What belongs to one customer is guarded by {@link
 * io.cornershop.security.Caller#requireSelfOr}.
 */
package io.cornershop.security;
