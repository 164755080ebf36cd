package io.cornershop.archfixtures.carts.domain;

import com.mongodb.client.MongoClient;

interface KnowsTheDatabase {
  MongoClient client();
}
