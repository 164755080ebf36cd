/**
 * The rules of what customers wish about messages, and of what is told of the messages themselves.
 */
package io.cornershop.notifications.domain;
