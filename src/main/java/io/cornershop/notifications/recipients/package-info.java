/** Whom messages go to: a view of customers, their wishes and their subscriptions. */
package io.cornershop.notifications.recipients;
