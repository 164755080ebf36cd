/**
 * What was sold: to whom, when, and how much of what. One row per order says all that any of these
 * reports needs of it.
 */
package io.cornershop.reporting.sales;
