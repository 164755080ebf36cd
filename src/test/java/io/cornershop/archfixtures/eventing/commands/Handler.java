package io.cornershop.archfixtures.eventing.commands;

/** Stands for the command handler. */
public interface Handler {
  /** Takes a command. */
  void handle();
}
