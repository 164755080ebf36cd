/** Runs the whole platform on one machine with nothing but a JDK. Not part of the application. */
package io.cornershop.launcher;
