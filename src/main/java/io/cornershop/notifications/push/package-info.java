/**
 * Push messages to browsers: Web Push (RFC 8030), encrypted for the browser alone (RFC 8291 and
 * 8188) and signed by the shop (RFC 8292), on the platform's own cryptography.
 */
package io.cornershop.notifications.push;
