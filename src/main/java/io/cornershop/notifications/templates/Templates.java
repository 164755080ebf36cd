package io.cornershop.notifications.templates;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Facts;
import io.cornershop.notifications.messages.Subject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns facts into what a person reads. Everything that comes from outside is text and nothing
 * else: it is escaped in HTML, never read as a template, and holds no line break. Templates see
 * texts and lists of them, no object of ours, so there is nothing to call. Thread-safe.
 *
 * @see <a href="https://freemarker.apache.org/docs/app_faq.html#faq_template_uploading_security">
 *     what Apache FreeMarker says about safety</a>
 */
public final class Templates {

  /** Of each language that there are templates in, how its people write dates and amounts. */
  private static final Map<String, Locale> LOCALES = Map.of("en", Locale.UK, "fr", Locale.FRANCE);

  private static final String USUAL_LANGUAGE = "en";
  private static final int SUBJECT_LENGTH = 150;

  private final Configuration templates = configuration();
  private final ZoneId zone;

  /** With times in UTC. */
  public Templates() {
    this(ZoneId.of("UTC"));
  }

  /**
   * @param zone whose times messages show
   */
  public Templates(ZoneId zone) {
    this.zone = zone;
  }

  private static Configuration configuration() {
    Configuration made = new Configuration(Configuration.VERSION_2_3_34);
    made.setTemplateLoader(new ClassTemplateLoader(Templates.class, "/notifications"));
    made.setDefaultEncoding(StandardCharsets.UTF_8.name());
    made.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    made.setLocalizedLookup(false);
    made.setOutputFormat(PlainTextOutputFormat.INSTANCE);
    made.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    made.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    made.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    made.setLogTemplateExceptions(false);
    return made;
  }

  /** The language tags that there are templates in. */
  public Set<String> languages() {
    return LOCALES.keySet();
  }

  /**
   * The message about {@code subject} for one channel.
   *
   * @param language a language tag; a variant such as {@code fr-CA} is served by its language, one
   *     that there are no templates in by English
   * @throws IllegalArgumentException when the subject is not told by this channel
   */
  public Content render(Subject subject, Channel channel, String language, Facts facts) {
    if (!subject.possibleChannels().contains(channel)) {
      throw new IllegalArgumentException(subject + " is not told by " + channel);
    }
    String spoken = spoken(language);
    Map<String, Object> words = new Words(LOCALES.get(spoken), zone).of(facts);
    String folder = subject.eventType() + "/" + spoken + "/";
    return switch (channel) {
      case EMAIL ->
          new Content(
              subjectLine(folder, words),
              filled(folder + "email.ftl", words),
              Optional.of(filled(folder + "email.ftlh", words)));
      case SMS ->
          new Content("", OneLine.plain(filled(folder + "sms.ftl", words)), Optional.empty());
      case PUSH ->
          new Content(
              subjectLine(folder, words),
              OneLine.of(filled(folder + "push.ftl", words)),
              Optional.empty());
    };
  }

  private static String spoken(String language) {
    String first = Locale.forLanguageTag(language == null ? "" : language).getLanguage();
    return LOCALES.containsKey(first) ? first : USUAL_LANGUAGE;
  }

  private String subjectLine(String folder, Map<String, Object> words) {
    return OneLine.cut(OneLine.of(filled(folder + "subject.ftl", words)), SUBJECT_LENGTH);
  }

  private String filled(String template, Map<String, Object> words) {
    StringWriter out = new StringWriter();
    try {
      templates.getTemplate(template).process(words, out);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException("The template " + template + " is broken", e);
    }
    return out.toString().strip() + "\n";
  }
}
