/**
 * Where every saga stands, as a list: one row per instance, whatever its type. Callers: the API of
 * operators, and readiness. What one instance has done is read from its own stream instead.
 */
package io.cornershop.eventing.sagas.views;
