/**
 * The engine in processes that die: at a chosen step, at a random moment, or frozen while another
 * one takes over. What must be true afterwards is asked of the database and the broker, not of the
 * engine.
 */
package io.cornershop.eventing.crashes;
