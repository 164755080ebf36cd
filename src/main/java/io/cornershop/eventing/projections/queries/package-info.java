/**
 * What repositories cannot ask of views: optional filters, and sums over rows. The adapters of the
 * domains and of the reports say what they want in the words of the driver.
 */
package io.cornershop.eventing.projections.queries;
