/** The HTTP of what customers wish about messages. */
package io.cornershop.notifications.api;
