/**
 * What the local run has in place of a mail server and of providers of messages: what was sent is
 * kept in memory and shown on pages that only this machine can ask for.
 */
package io.cornershop.launcher.mail;
