package io.cornershop.kernel;

/** Names a parcel on its way, as its carrier does. */
public record TrackingNumber(String value) implements Identifier {

  public TrackingNumber {
    Identifier.requireValid("trackingNumber", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
