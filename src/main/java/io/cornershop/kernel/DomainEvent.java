package io.cornershop.kernel;

/**
 * What has happened to one aggregate, in business words. Implementations are immutable records in
 * the sealed family of their domain and carry {@link WireName}.
 */
public interface DomainEvent {}
