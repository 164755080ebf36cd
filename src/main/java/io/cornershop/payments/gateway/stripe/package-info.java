/** Stripe, or whoever speaks as it does: payment intents with manual capture, and refunds. */
package io.cornershop.payments.gateway.stripe;
