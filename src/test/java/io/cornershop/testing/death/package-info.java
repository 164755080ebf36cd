/**
 * Ends a JVM between two steps of the product, without a hook in the product: a Java agent, given
 * to a server by its environment, that halts when a method has returned for the n-th time.
 */
package io.cornershop.testing.death;
