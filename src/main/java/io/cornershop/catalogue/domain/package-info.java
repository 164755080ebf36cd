/** The rules of the catalogue: {@link io.cornershop.catalogue.domain.ProductDecider}. */
package io.cornershop.catalogue.domain;
