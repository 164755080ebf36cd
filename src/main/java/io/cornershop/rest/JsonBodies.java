package io.cornershop.rest;

import io.cornershop.json.Json;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.rest.problems.FieldError;
import io.cornershop.rest.problems.JsonErrors;
import io.cornershop.rest.problems.MalformedBody;
import io.cornershop.rest.problems.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies strictly and writes answers, in place of the runtime's own JSON. */
@Provider
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isOurs(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream in)
      throws IOException {
    return read(in.readAllBytes(), genericType);
  }

  /**
   * Reads one part of a body as strictly as a whole one.
   *
   * @param at where the part is, such as {@code [3]}; empty when it is the whole
   * @throws MalformedBody when it is not of this type; names the field within the whole
   */
  public static <T> T readPart(JsonNode part, Class<T> type, String at) {
    if (part.isNull() || part.isMissingNode()) {
      throw new MalformedBody(new FieldError("", "must not be null").within(at));
    }
    try {
      return Json.STRICT.treeToValue(part, type);
    } catch (JacksonException e) {
      throw new MalformedBody(JsonErrors.of(e).within(at));
    } catch (InvalidValue e) {
      throw new MalformedBody(JsonErrors.of(e).within(at));
    }
  }

  static Object read(byte[] body, Type type) {
    if (body.length == 0) {
      throw new MalformedBody(new FieldError("", "must not be empty"));
    }
    try {
      JsonMapper json = Json.STRICT;
      Object value = json.readValue(body, json.getTypeFactory().constructType(type));
      if (value == null) {
        throw new MalformedBody(new FieldError("", "must not be null"));
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedBody(JsonErrors.of(e));
    } catch (InvalidValue e) {
      throw new MalformedBody(JsonErrors.of(e));
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isOurs(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(Json.TOLERANT.writeValueAsBytes(value));
  }

  /** Bytes, texts and streams are written as they are. */
  private static boolean isOurs(Class<?> type) {
    return type != String.class
        && type != byte[].class
        && !InputStream.class.isAssignableFrom(type)
        && !type.getName().startsWith("jakarta.ws.rs.");
  }
}
