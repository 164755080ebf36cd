package io.cornershop.observability.levels;

import java.util.List;

/** Describes the wishes that hold to callers. There are so few that they are one page. */
record LevelList(List<LevelWish> items) {}
