package io.cornershop.kernel;

/**
 * What is kept of a read model is not as any build has written it. The database answers, so waiting
 * does not help; a rebuild of the view does.
 */
public final class ViewDamaged extends RuntimeException {

  /**
   * @param what is damaged, without any of its content
   */
  public ViewDamaged(String what, Throwable cause) {
    super("What is kept of " + what + " cannot be read; the view needs a rebuild", cause);
  }
}
