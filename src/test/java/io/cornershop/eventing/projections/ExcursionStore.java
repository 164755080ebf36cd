package io.cornershop.eventing.projections;

import io.cornershop.eventing.projections.Excursion.Stage;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What resources would read excursions with. */
@Repository
public interface ExcursionStore extends DataRepository<Excursion, String> {

  Optional<Excursion> findByExcursionId(String excursionId);

  List<Excursion> findByTitleOrderByDepartureDesc(String title);

  List<Excursion> findByStage(Stage stage);

  List<Excursion> findByRemark(String remark);

  List<Excursion> findByTags(String tag);

  List<Excursion> findByDepartureGreaterThanEqualAndDepartureLessThan(Instant from, Instant to);

  CursoredPage<Excursion> findByGuidedOrderByDepartureDescExcursionIdAsc(
      boolean guided, PageRequest page);
}
