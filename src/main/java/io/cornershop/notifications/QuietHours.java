package io.cornershop.notifications;

import io.cornershop.kernel.PersonalData;

/**
 * The part of each day in which a person wants to be left alone, over midnight when {@code from} is
 * later than {@code to}.
 *
 * @param from local time, {@code 22:00}
 * @param to local time, {@code 07:30}; then messages come
 * @param zone of the time zone database, {@code Europe/Paris}
 */
public record QuietHours(
    @PersonalData String from, @PersonalData String to, @PersonalData String zone) {}
