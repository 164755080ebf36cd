package io.cornershop.orders.views;

import jakarta.nosql.Column;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;

/**
 * How the payment of an order stands.
 *
 * @param status as the payment's events spell it
 */
@Entity(OrderPaymentProjection.NAME)
public record OrderPayment(@Id String orderId, @Column String paymentId, @Column String status) {}
