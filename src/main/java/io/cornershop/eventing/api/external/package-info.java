/**
 * The door for outside producers: events of types that are registered as external, one or many,
 * checked against their schema and stored once each.
 */
package io.cornershop.eventing.api.external;
