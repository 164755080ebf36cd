package io.cornershop.payments.views;

import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;

/** Finds one {@link PaymentDetails} row. */
@Repository
public interface PaymentDetailsStore extends BasicRepository<PaymentDetails, String> {}
