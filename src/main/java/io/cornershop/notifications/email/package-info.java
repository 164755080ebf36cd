/**
 * E-mail over SMTP by Jakarta Mail (Eclipse Angus), shipped in the WAR: the server's own mail
 * feature hides the class of its SMTP client, which alone tells whether the end of a message was
 * sent before a connection broke.
 */
package io.cornershop.notifications.email;
