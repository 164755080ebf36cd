/**
 * What people are told because of events: a {@link io.cornershop.notifications.reactions.Telling}
 * for each event says, purely, what there is to tell, and {@link
 * io.cornershop.notifications.reactions.TellingDesk} enters a message in the ledger for everybody
 * and every channel, also when it is not to be sent. Sends nothing.
 */
package io.cornershop.notifications.reactions;
