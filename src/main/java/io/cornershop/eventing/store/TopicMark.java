package io.cornershop.eventing.store;

/**
 * Which topic of a name the log is published to. One that was deleted and made anew has another id,
 * and lacks what was published before it was there.
 *
 * @param name of the topic
 * @param id that the broker gave it
 * @param lacking it has nothing of what was published up to this number of the log
 */
public record TopicMark(String name, String id, long lacking) {}
