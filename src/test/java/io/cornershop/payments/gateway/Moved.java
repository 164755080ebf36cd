package io.cornershop.payments.gateway;

/** What a provider holds, has taken and has given back, in minor units. */
public record Moved(long held, long captured, long refunded) {}
