/** What the measurements need of the connector and nobody else does. Not in the WAR. */
package io.cornershop.eventing.consuming;
