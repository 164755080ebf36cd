/** What is told, and the port through which it goes out. Knows no transport and no ledger. */
package io.cornershop.notifications.messages;
