/** Links by which a person ends messages without logging in. */
package io.cornershop.notifications.unsubscribe;
