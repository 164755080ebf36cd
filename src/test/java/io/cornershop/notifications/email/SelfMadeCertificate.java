package io.cornershop.notifications.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for {@code localhost}, made by the JDK's own tool, and who trusts it. */
record SelfMadeCertificate(SSLContext context) {

  private static final char[] PASSWORD = "changeit".toCharArray();

  static SelfMadeCertificate in(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("mail.p12");
    Process keytool =
        new ProcessBuilder(command(file))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    return new SelfMadeCertificate(contextOf(file));
  }

  private static String[] command(Path file) {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    return (tool
            + " -genkeypair -alias mail -keyalg EC -dname CN=localhost -ext san=dns:localhost"
            + " -validity 30 -storetype PKCS12 -storepass changeit -keystore "
            + file)
        .split(" ");
  }

  private static SSLContext contextOf(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("mail", store.getCertificate("mail"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
