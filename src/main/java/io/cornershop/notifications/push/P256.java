package io.cornershop.notifications.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;

/**
 * Keys on the curve P-256 in the forms in which Web Push writes them: points uncompressed, 4 and
 * both coordinates (SEC 1, section 2.3.3), private keys as a number of 32 bytes. Stateless and
 * thread-safe.
 */
final class P256 {

  static final int POINT_BYTES = 65;
  static final int NUMBER_BYTES = 32;

  private static final byte UNCOMPRESSED = 4;
  private static final ECParameterSpec CURVE = curve();
  private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();

  private P256() {}

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform here has P-256", e);
    }
  }

  static ECParameterSpec parameters() {
    return CURVE;
  }

  /** The public key; empty when the bytes are no point of the curve. */
  static Optional<ECPublicKey> publicKey(byte[] point) {
    if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
      return Optional.empty();
    }
    BigInteger x = new BigInteger(1, point, 1, NUMBER_BYTES);
    BigInteger y = new BigInteger(1, point, 1 + NUMBER_BYTES, NUMBER_BYTES);
    return isOnCurve(x, y) ? Optional.of(publicKey(new ECPoint(x, y))) : Optional.empty();
  }

  /** y² = x³ + ax + b, by numbers of the field. */
  private static boolean isOnCurve(BigInteger x, BigInteger y) {
    BigInteger right =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(PRIME);
    return x.compareTo(PRIME) < 0
        && y.compareTo(PRIME) < 0
        && y.multiply(y).mod(PRIME).equals(right);
  }

  private static ECPublicKey publicKey(ECPoint point) {
    try {
      return (ECPublicKey)
          KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The point is on the curve", e);
    }
  }

  /** The private key; empty when the bytes are no number below the order of the curve. */
  static Optional<ECPrivateKey> privateKey(byte[] number) {
    BigInteger secret = new BigInteger(1, number);
    if (number.length != NUMBER_BYTES
        || secret.signum() == 0
        || secret.compareTo(CURVE.getOrder()) >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          (ECPrivateKey)
              KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, CURVE)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The number is in range", e);
    }
  }

  /** The point of a public key. */
  static byte[] pointOf(ECPublicKey key) {
    byte[] point = new byte[POINT_BYTES];
    point[0] = UNCOMPRESSED;
    write(key.getW().getAffineX(), point, 1);
    write(key.getW().getAffineY(), point, 1 + NUMBER_BYTES);
    return point;
  }

  /** Writes a number in 32 bytes. */
  private static void write(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray(); // with a leading zero when the highest bit is set
    int length = Math.min(bytes.length, NUMBER_BYTES);
    System.arraycopy(bytes, bytes.length - length, into, at + NUMBER_BYTES - length, length);
  }
}
