/** What is told of a message: {@link io.cornershop.notifications.domain.NotificationDecider}. */
package io.cornershop.notifications.domain;
