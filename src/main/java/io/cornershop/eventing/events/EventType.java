package io.cornershop.eventing.events;

/**
 * The wire name of an event with the version of its schema.
 *
 * @param version from 1
 */
public record EventType(String name, int version) {

  @Override
  public String toString() {
    return name + " v" + version;
  }
}
