package io.cornershop.json;

import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;

/** Money and identifiers in JSON. */
final class KernelModule extends SimpleModule {

  private record MoneyJson(String amount, String currency) {}

  KernelModule() {
    super("kernel");
    addSerializer(Money.class, new MoneyWriter());
    addDeserializer(Money.class, new MoneyReader());
    addDeserializer(String.class, new WellFormedText());
    addSerializer(Identifier.class, new IdentifierWriter());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(new IdentifierReaders());
  }

  private static final class MoneyWriter extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator out, SerializationContext context) {
      context.writeValue(out, new MoneyJson(money.amount(), money.currency().getCurrencyCode()));
    }
  }

  private static final class MoneyReader extends ValueDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser in, DeserializationContext context) {
      MoneyJson json = context.readValue(in, MoneyJson.class);
      return Money.of(json.amount(), json.currency());
    }
  }

  private static final class IdentifierWriter extends ValueSerializer<Identifier> {
    @Override
    public void serialize(Identifier id, JsonGenerator out, SerializationContext context) {
      out.writeString(id.value());
    }
  }

  private static final class IdentifierReaders extends Deserializers.Base {
    @Override
    public ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
      return hasDeserializerFor(config, type.getRawClass())
          ? new IdentifierReader(type.getRawClass())
          : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return type.isRecord() && Identifier.class.isAssignableFrom(type);
    }
  }

  private static final class IdentifierReader extends ValueDeserializer<Object> {

    private final Constructor<?> constructor;

    IdentifierReader(Class<?> type) {
      try {
        this.constructor = type.getConstructor(String.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException(type + " is an identifier without a text", e);
      }
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
      String text = context.readValue(in, String.class);
      try {
        return constructor.newInstance(text);
      } catch (InvocationTargetException e) {
        throw (RuntimeException) e.getCause();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
