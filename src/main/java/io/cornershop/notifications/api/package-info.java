/** What people are told and how they want to be told, over HTTP. */
package io.cornershop.notifications.api;
