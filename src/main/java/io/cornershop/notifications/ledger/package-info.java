/**
 * Every message there is or was, once: unique by event, channel and person, and what became of it.
 * It is state of its own, which no replay makes again: it belongs into every backup. Knows neither
 * how messages are sent nor why.
 */
package io.cornershop.notifications.ledger;
