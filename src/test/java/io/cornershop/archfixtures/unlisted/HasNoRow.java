package io.cornershop.archfixtures.unlisted;

interface HasNoRow {}
