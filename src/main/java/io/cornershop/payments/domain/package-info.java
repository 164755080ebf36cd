/** The rules of a payment: {@link io.cornershop.payments.domain.PaymentDecider}. */
package io.cornershop.payments.domain;
