/**
 * Puts the platform together: the only place that knows every domain, the engine and the
 * technology. Nothing knows it.
 */
package io.cornershop.bootstrap;
