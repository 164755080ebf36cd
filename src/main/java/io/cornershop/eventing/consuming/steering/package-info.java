/**
 * What operators want of a channel, kept where every node sees it and a restart does not lose it:
 * whether it is paused, and where it is to go back to. A wish says what should be; the nodes that
 * read the partitions see to it. Knows no Kafka; {@code consuming} carries out what is kept here.
 */
package io.cornershop.eventing.consuming.steering;
