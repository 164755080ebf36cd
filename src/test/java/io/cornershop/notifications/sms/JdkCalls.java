package io.cornershop.notifications.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cornershop.notifications.sms.SmsReply.Answered;
import io.cornershop.notifications.sms.SmsReply.Lost;
import io.cornershop.notifications.sms.SmsReply.NotAsked;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks with the HTTP client of the JDK, outside of the server. Thread-safe. */
final class JdkCalls implements SmsCalls, AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SmsSettings settings;

  JdkCalls(SmsSettings settings) {
    this.settings = settings;
  }

  @Override
  public SmsReply create(Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request("")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  @Override
  public SmsReply list(String to, int limit) {
    return send(request("?To=" + encoded(to) + "&PageSize=" + limit).GET());
  }

  private HttpRequest.Builder request(String query) {
    String who = settings.account() + ":" + settings.token();
    String path = "/2010-04-01/Accounts/" + settings.account() + "/Messages.json" + query;
    return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
        .timeout(settings.timeout())
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(who.getBytes(UTF_8)));
  }

  private SmsReply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return Answered.of(
          response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
    } catch (ConnectException e) {
      return new NotAsked("no connection");
    } catch (IOException e) {
      return new Lost("no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lost("interrupted");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
