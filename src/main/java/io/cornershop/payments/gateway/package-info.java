/**
 * What the payment provider is asked, and what becomes of its answers. {@link
 * io.cornershop.payments.gateway.PaymentDesk} turns requests, which are events, into questions to a
 * {@link io.cornershop.payments.gateway.PaymentProvider}, and answers into commands; {@link
 * io.cornershop.payments.gateway.NoticeDesk} hears what the provider tells unasked.
 */
package io.cornershop.payments.gateway;
