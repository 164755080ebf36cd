/** What operators have done, over HTTP. */
package io.cornershop.eventing.api.audit;
