package io.cornershop.eventing.api;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the AsyncAPI document to everybody, as the server shows the OpenAPI document. */
@WebServlet("/asyncapi")
public class AsyncApiServlet extends HttpServlet {

  @Inject private transient AsyncApiDocument document;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] json = document.json();
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }
}
