/**
 * The only place that knows everything: makes the engine's parts from configuration and puts them
 * together. Nothing knows it.
 */
package io.cornershop.bootstrap;
