/**
 * Lets a method of a running JVM hang, without a hook in the product: a Java agent that is
 * attached, and goes when it is told to.
 */
package io.cornershop.testing.hang;
