/**
 * The read models over HTTP, for operators: which versions there are, what is being rebuilt, and
 * how it goes. Translates wishes; what they mean is in {@code eventing.projections.rebuild}.
 */
package io.cornershop.eventing.api.projections;
