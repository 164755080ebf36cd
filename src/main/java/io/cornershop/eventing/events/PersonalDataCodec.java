package io.cornershop.eventing.events;

/**
 * What every value marked as personal data passes before it is stored and after it is read.
 * Implementations are thread-safe, and {@code reveal(s, protect(s, v))} equals {@code v}.
 */
public interface PersonalDataCodec {

  /** Stores values as they are. */
  PersonalDataCodec PLAIN =
      new PersonalDataCodec() {
        @Override
        public String protect(String subject, String value) {
          return value;
        }

        @Override
        public String reveal(String subject, String stored) {
          return stored;
        }
      };

  /** The form in which a value of this person is stored. */
  String protect(String subject, String value);

  /** The value of this person that was stored. */
  String reveal(String subject, String stored);
}
