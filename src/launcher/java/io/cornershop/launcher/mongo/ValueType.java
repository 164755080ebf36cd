package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Single values, as ids are: text as it is, anything else as a document with one field. */
final class ValueType extends BasicDataType<Object> {

  private static final Comparator<Object> ORDER = ValueComparator.ascWithoutListHandling();
  private static final String VALUE = "v";
  private static final byte TEXT = 1;
  private static final byte OTHER = 2;
  private static final char LAST_OF_ASCII = 127;
  private static final int BYTES_OF_AN_OBJECT = 56;

  private final BsonType bson = new BsonType();

  @Override
  public int compare(Object left, Object right) {
    return left instanceof String a && right instanceof String b
        ? a.compareTo(b)
        : ORDER.compare(left, right);
  }

  @Override
  public int getMemory(Object value) {
    return value instanceof String text
        ? BYTES_OF_AN_OBJECT + text.length()
        : BYTES_OF_AN_OBJECT + bson.getMemory(document(value));
  }

  @Override
  public void write(WriteBuffer target, Object value) {
    if (value instanceof String text) {
      write(target.put(TEXT), text);
    } else {
      bson.write(target.put(OTHER), document(value));
    }
  }

  /** As UTF-8. Each commit writes whole pages of keys, so what is ASCII makes no garbage. */
  private static void write(WriteBuffer target, String text) {
    if (isAscii(text)) {
      target.putVarInt(text.length()).putStringData(text, text.length());
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      target.putVarInt(bytes.length).put(bytes);
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_OF_ASCII) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Object read(ByteBuffer source) {
    if (source.get() == OTHER) {
      return Missing.ofNullable(bson.read(source).get(VALUE));
    }
    byte[] bytes = new byte[DataUtils.readVarInt(source)];
    source.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }

  /** An id that is missing is the same as null. */
  private static Document document(Object value) {
    return new Document(VALUE, value instanceof Missing ? null : value);
  }
}
