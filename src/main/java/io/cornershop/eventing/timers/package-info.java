/**
 * What is to happen at a time. A part of the shop schedules a {@link
 * io.cornershop.eventing.timers.Timer}, which is durable; {@link
 * io.cornershop.eventing.timers.TimerNode} fires it at the {@link
 * io.cornershop.eventing.timers.TimerHandler} of its kind when it is due, on any node, at least
 * once. Firing must have its effect once by what it causes: commands with ids that derive from
 * timer and due time, decided by a state that knows whether they mean anything any more. So neither
 * a wrong clock nor a second firing does harm. Knows no events and no commands.
 */
package io.cornershop.eventing.timers;
