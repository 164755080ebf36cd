package io.cornershop.notifications.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Addresses of this machine, its network and what belongs to nobody, and those in which such a one
 * can be wrapped: whoever translates them (NAT64, 6to4, Teredo) would bring a request there. Pure.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA's list</a>
 */
final class NearbyAddresses {

  /** The first bits of a range. */
  private record Range(byte[] start, int bits) {

    static Range of(String start, int bits) {
      return new Range(HexFormat.of().parseHex(start), bits);
    }

    boolean contains(byte[] address) {
      int whole = bits / Byte.SIZE;
      int rest = -1 << (Byte.SIZE - bits % Byte.SIZE);
      return Arrays.equals(address, 0, whole, start, 0, whole)
          && (bits % Byte.SIZE == 0 || ((address[whole] ^ start[whole]) & rest) == 0);
    }
  }

  private static final List<Range> V4 =
      List.of(
          Range.of("00", 8), // RFC 791: this network
          Range.of("64400000", 10), // RFC 6598: shared by the customers of a provider
          Range.of("c0000000", 24), // RFC 6890: protocols
          Range.of("c6120000", 15), // RFC 2544: measuring
          Range.of("f0", 4)); // RFC 1112: nobody, and everybody

  private static final List<Range> V6 =
      List.of(
          Range.of("fc", 7), // RFC 4193: unique local
          Range.of("000000000000000000000000", 96), // RFC 4291: IPv4 within
          Range.of("0064ff9b0001", 48), // RFC 8215: NAT64 of a network of one's own
          Range.of("20010000", 32), // RFC 4380: Teredo
          Range.of("2002", 16)); // RFC 3056: 6to4

  /** RFC 6052: NAT64, through which a network without IPv4 reaches it, all of it. */
  private static final Range TRANSLATED = Range.of("0064ff9b0000000000000000", 96);

  private static final int V4_WITHIN = 12;

  private NearbyAddresses() {}

  /** Java itself reads an IPv4 address that is mapped into IPv6 as the one that it is. */
  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length > V4_WITHIN && TRANSLATED.contains(bytes)) {
      return contain(v4(Arrays.copyOfRange(bytes, V4_WITHIN, bytes.length)));
    }
    return (bytes.length == 4 ? V4 : V6).stream().anyMatch(range -> range.contains(bytes))
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }

  private static InetAddress v4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("Four bytes are an address", e);
    }
  }
}
