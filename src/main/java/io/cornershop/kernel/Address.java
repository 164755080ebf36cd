package io.cornershop.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a parcel goes. An address from history may be incomplete; whoever takes in a new one asks
 * {@link #flaws} first.
 *
 * @param name who receives it
 * @param country ISO 3166 alpha-2, for instance {@code DE}
 */
public record Address(
    @PersonalData String name,
    @PersonalData String line1,
    @PersonalData Optional<String> line2,
    @PersonalData String city,
    @PersonalData String postalCode,
    String country) {

  private static final int MAX_LINE = 200;
  private static final int MAX_POSTAL_CODE = 20;

  /** The parts that are missing or not well-formed, in the order of the components. */
  public List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    require("name", PlainText.isLine(name, MAX_LINE), flaws);
    require("line1", PlainText.isLine(line1, MAX_LINE), flaws);
    require("line2", line2.filter(l -> !PlainText.isLine(l, MAX_LINE)).isEmpty(), flaws);
    require("city", PlainText.isLine(city, MAX_LINE), flaws);
    require("postalCode", PlainText.isLine(postalCode, MAX_POSTAL_CODE), flaws);
    require("country", isCountry(country), flaws);
    return flaws;
  }

  private static void require(String part, boolean good, List<String> flaws) {
    if (!good) {
      flaws.add(part);
    }
  }

  private static boolean isCountry(String code) {
    return code != null
        && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
  }
}
