/**
 * How others are asked over HTTP, by MicroProfile Rest Client: what the payment provider's line and
 * that of the SMS provider have in common. What a failure means, and how often it is tried, is for
 * each line to say. Knows nothing.
 */
package io.cornershop.outbound;
