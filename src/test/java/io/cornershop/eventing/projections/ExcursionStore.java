package io.cornershop.eventing.projections;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;
import java.util.List;

/** What resources would read excursions with. */
@Repository
public interface ExcursionStore extends BasicRepository<Excursion, String> {

  List<Excursion> findByTitleOrderByDepartureDesc(String title);

  CursoredPage<Excursion> findByTitleOrderBySeatsAscIdAsc(String title, PageRequest page);
}
