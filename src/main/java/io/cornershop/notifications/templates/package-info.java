/**
 * The texts of messages: a folder per event and language under {@code notifications/} in the
 * resources, and what all share under {@code notifications/shared/}.
 */
package io.cornershop.notifications.templates;
