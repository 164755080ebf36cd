package io.cornershop.eventing.projections.rebuild;

import jakarta.nosql.Column;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;

/** How far a counter is, and how many events have said so. */
@Entity("counter_totals")
public record CounterTotal(@Id String counterId, @Column int total, @Column int events) {}
