package io.cornershop.archfixtures.kernel;

/** What every fixture may know. */
public interface Word {}
