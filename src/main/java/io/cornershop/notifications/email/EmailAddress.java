package io.cornershop.notifications.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.regex.Pattern;

/** What an address has to look like before it is put into an SMTP command. */
final class EmailAddress {

  /** Nothing that ends or begins anything in a command or a header; at most 64 before the @. */
  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{ASCII}&&[^\\s\\p{Cntrl}<>\"(),:;\\[\\]\\\\@]]{1,64}@[^\\s\\p{Cntrl}@]+");

  private static final int LONGEST = 254;

  private EmailAddress() {}

  static boolean isOne(String address) {
    try {
      parsed(address);
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  /** The address with its domain in ASCII (RFC 5891). */
  static InternetAddress parsed(String address) throws AddressException {
    if (address.length() > LONGEST || !FORM.matcher(address).matches()) {
      throw new AddressException("Not an address that a mail server takes");
    }
    int at = address.indexOf('@');
    try {
      String domain = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return new InternetAddress(address.substring(0, at + 1) + domain, true);
    } catch (IllegalArgumentException e) {
      throw new AddressException("Not a domain");
    }
  }
}
