package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Documents in the file as BSON. The file's own way, Java serialisation, costs most of the time of
 * a write, because every commit writes whole pages.
 */
final class BsonType extends BasicDataType<Document> {

  private static final int USUAL_BYTES = 1_024;
  private static final int OBJECTS_PER_BYTE = 4;

  @Override
  public int getMemory(Document document) {
    return encode(document).readableBytes() * OBJECTS_PER_BYTE;
  }

  @Override
  public boolean isMemoryEstimationAllowed() {
    return true;
  }

  @Override
  public void write(WriteBuffer target, Document document) {
    ByteBuf bytes = encode(document);
    target.putVarInt(bytes.readableBytes());
    target.put(bytes.array(), bytes.arrayOffset(), bytes.readableBytes());
  }

  @Override
  public Document read(ByteBuffer source) {
    byte[] bytes = new byte[DataUtils.readVarInt(source)];
    source.get(bytes);
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }

  private static ByteBuf encode(Document document) {
    ByteBuf bytes = Unpooled.buffer(USUAL_BYTES);
    BsonEncoder.encodeDocument(document, bytes);
    return bytes;
  }
}
