package io.cornershop.outbound;

import jakarta.ws.rs.ProcessingException;

/** An answer takes too long or is too long to be one: whatever was asked may have been done. */
public final class EndlessAnswer extends ProcessingException {

  EndlessAnswer(String what) {
    super(what);
  }
}
