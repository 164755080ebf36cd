/**
 * What each node says of its channels, kept for a while where every node sees it, so that an
 * operator who asks one sees all. Says nothing about what should be; {@code channels} writes it,
 * the API reads it. Knows no Kafka.
 */
package io.cornershop.eventing.consuming.reports;
