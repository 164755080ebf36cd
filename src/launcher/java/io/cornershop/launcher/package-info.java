/**
 * Runs the whole platform on one machine with nothing but a JDK: a Kafka broker, a server that
 * speaks MongoDB's protocol, and Open Liberty with the application, each in a process of its own,
 * on the loopback interface. Not part of the application, not in the WAR.
 *
 * <p>{@link io.cornershop.launcher.Launcher} starts the three at the same time (the application
 * waits for the other two by itself) and ends them together: on Ctrl-C, on SIGTERM, when the
 * process that started it ends, and when one of the three ends. When the launcher itself is killed,
 * the servers notice by the closed pipe, take the application down, and go ({@link
 * io.cornershop.launcher.Lifeline}). With the argument {@code --without-liberty} only the servers
 * run, for {@code mvn liberty:dev}; with {@code --only-liberty} one more node of the application
 * against servers that run already, found by the same settings, and a {@link
 * io.cornershop.launcher.Guard} that notices in their place when the launcher is killed. With
 * {@code --without-kafka} the broker is somebody else's: it listens on that port already or soon,
 * and the rest goes on when it ends.
 *
 * <p>Mails go to an {@link io.cornershop.launcher.mail.EmbeddedInbox} inside the launcher.
 *
 * <p>Settings, each an environment variable or a system property:
 *
 * <ul>
 *   <li>{@code CORNERSHOP_HTTP_PORT}: 9080
 *   <li>{@code CORNERSHOP_KAFKA_PORT}: 9092
 *   <li>{@code CORNERSHOP_MONGO_PORT}: 27017
 *   <li>{@code CORNERSHOP_SMTP_PORT}: 2525, where mails are taken
 *   <li>{@code CORNERSHOP_INBOX_PORT}: 8025, where they can be read
 *   <li>{@code CORNERSHOP_DATA}: {@code data}, the folder with everything that survives a restart:
 *       {@code kafka}, {@code mongo}, {@code keys} (of the local token issuer), {@code logs}
 *   <li>{@code CORNERSHOP_LIBERTY}: {@code target/liberty/wlp}, the installed server
 * </ul>
 *
 * <p>What a reply of the embedded MongoDB has told survives the kill of any process, but not a
 * power failure: the operating system has it, perhaps not yet the disk.
 */
package io.cornershop.launcher;
