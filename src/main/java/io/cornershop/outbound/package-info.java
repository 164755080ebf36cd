/**
 * How others are asked over HTTP, by MicroProfile Rest Client: what the payment provider's line and
 * that of the SMS provider have in common. Each exchange, with the whole of its answer, has an end
 * after twice the timeout, and an answer has a megabyte at most: what goes on is cut off, and
 * counts as an answer that did not come. Each exchange is told to whoever notes it ({@link
 * io.cornershop.outbound.HttpTraces}), who may give it headers. What a failure means, and how often
 * it is tried, is for each line to say. Knows nothing.
 */
package io.cornershop.outbound;
