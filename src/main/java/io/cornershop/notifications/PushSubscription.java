package io.cornershop.notifications;

import io.cornershop.kernel.PersonalData;

/**
 * Where a browser takes push messages (RFC 8030), and the keys to encrypt them for it (RFC 8291).
 *
 * @param id chosen by the shop
 * @param endpoint an https address of the browser's push service
 * @param p256dh the browser's public key, an uncompressed point of P-256, Base64 for URLs
 * @param auth the browser's secret of 16 bytes, likewise
 */
public record PushSubscription(
    String id,
    @PersonalData String endpoint,
    @PersonalData String p256dh,
    @PersonalData String auth) {}
