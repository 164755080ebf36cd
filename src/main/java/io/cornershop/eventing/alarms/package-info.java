/**
 * What the passing of time leads to: an {@link io.cornershop.eventing.alarms.Alarm} says, purely,
 * which events set it, to which time, and which command it leads to. {@link
 * io.cornershop.eventing.alarms.AlarmHandler} sets the timers, {@link
 * io.cornershop.eventing.alarms.AlarmTimer} sends the commands.
 */
package io.cornershop.eventing.alarms;
