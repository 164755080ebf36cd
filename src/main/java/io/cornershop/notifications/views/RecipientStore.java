package io.cornershop.notifications.views;

import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;

/** Finds {@link RecipientRow} rows. */
@Repository
public interface RecipientStore extends BasicRepository<RecipientRow, String> {}
