package io.cornershop.notifications.email;

import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.Transport;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;

/** Room for one message and an open connection for it, or why there is none. For one thread. */
final class SmtpSeat implements Transport.Seat {

  private final SmtpLines lines;
  private final Transport.Seat room;
  private Optional<SmtpLine> line = Optional.empty();
  private Optional<Outcome.NotNow> obstacle = Optional.empty();

  private SmtpSeat(SmtpLines lines, Transport.Seat room) {
    this.lines = lines;
    this.room = room;
  }

  /** Makes a connection, in {@code room} that is left when the seat is. */
  static SmtpSeat in(Transport.Seat room, SmtpLines lines) {
    SmtpSeat seat = new SmtpSeat(lines, room);
    boolean done = false;
    try {
      seat.line = Optional.of(lines.open());
      done = true;
    } catch (IOException | MessagingException e) {
      seat.obstacle = Optional.of(Verdict.unconnected(e));
      done = true;
    } finally {
      if (!done) {
        room.close();
      }
    }
    return seat;
  }

  @Override
  public Optional<Outcome.NotNow> obstacle() {
    return obstacle;
  }

  Outcome send(Letter letter, Address to) {
    if (line.isEmpty()) {
      return obstacle.orElseThrow();
    }
    SmtpLine open = line.get();
    line = Optional.empty();
    return lines.send(open, letter, to);
  }

  @Override
  public void close() {
    try {
      line.ifPresent(unused -> lines.giveBack(unused, true));
      line = Optional.empty();
    } finally {
      room.close();
    }
  }
}
