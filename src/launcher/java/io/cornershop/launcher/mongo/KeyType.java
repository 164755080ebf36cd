package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The keys of a unique index, value by value. */
final class KeyType extends BasicDataType<KeyValue> {

  private final ValueType values = new ValueType();

  @Override
  public int compare(KeyValue left, KeyValue right) {
    int order = Integer.compare(left.size(), right.size());
    for (int i = 0; order == 0 && i < left.size(); i++) {
      order = values.compare(left.get(i), right.get(i));
    }
    return order;
  }

  @Override
  public int getMemory(KeyValue key) {
    return key.stream().mapToInt(values::getMemory).sum();
  }

  @Override
  public boolean isMemoryEstimationAllowed() {
    return true;
  }

  @Override
  public void write(WriteBuffer target, KeyValue key) {
    target.putVarInt(key.size());
    key.forEach(value -> values.write(target, value));
  }

  @Override
  public KeyValue read(ByteBuffer source) {
    int size = DataUtils.readVarInt(source);
    List<Object> read = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      read.add(values.read(source));
    }
    return new KeyValue(read);
  }

  @Override
  public KeyValue[] createStorage(int size) {
    return new KeyValue[size];
  }
}
