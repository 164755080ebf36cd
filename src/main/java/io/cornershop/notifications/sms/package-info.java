/** SMS by an HTTP API of Twilio's shape. */
package io.cornershop.notifications.sms;
