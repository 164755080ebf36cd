/** Where links in messages lead that end them. */
package io.cornershop.notifications.api.unsubscribe;
