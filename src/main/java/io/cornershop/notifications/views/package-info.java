/** What is read of those whom messages go to: rows, how events make them, and who finds them. */
package io.cornershop.notifications.views;
