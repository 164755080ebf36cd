/** Lets people look at messages before they are sent. */
package io.cornershop.notifications.api.templates;
