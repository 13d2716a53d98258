package org.matricula.registry.lawbook;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.registry.lawbook.view.YearView;
import org.matricula.registry.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The working calendars: each day off and each make-up day with the instrument that set it.
@Controller
final class CalendarPages {
    private final LawPage lawPage;
    private final Book book;

    CalendarPages(LawPage lawPage, Book book) {
        this.lawPage = lawPage;
        this.book = book;
    }

    /// The address of a year.
    static String address(String country, int year) {
        return "/law/calendar/" + country + "/" + year;
    }

    @GetMapping("/law/calendar/{country}/{year}")
    ResponseEntity<byte[]> year(HttpServletRequest request, @PathVariable String country, @PathVariable String year) {
        Page page = lawPage.page(request);
        Optional<WorkingCalendar> calendar =
                Optional.ofNullable(book.calendars().get(country.toUpperCase(Locale.ROOT)));
        if (calendar.isEmpty()) {
            return lawPage.missing(page, page.say("missing.calendar", country), years(page));
        }
        Optional<Integer> loaded = calendar.get().loadedYears().stream()
                .filter(known -> String.valueOf(known).equals(year))
                .findFirst();
        if (loaded.isEmpty()) {
            return lawPage.missing(
                    page, page.say("missing.year", name(page, calendar.get().country()), year), years(page));
        }
        Week week = "SIX".equals(request.getParameter("week")) ? Week.SIX : Week.FIVE;
        Page own = week == Week.SIX ? LawPage.at(page, request.getRequestURI() + "?week=SIX") : page;
        YearView view = new YearPrinter(own, language(calendar.get()), book.sources())
                .year(calendar.get(), name(page, calendar.get().country()), loaded.get(), week);
        return lawPage.show(HttpStatus.OK, "calendar", own, Map.of("year", view, "years", others(calendar.get())));
    }

    /// A country as the reader calls it.
    static String name(Page page, String country) {
        return Locale.of("", country).getDisplayCountry(page.language().locale());
    }

    /// Every loaded year with the address of its page, by the name of the country.
    static Map<String, Map<Integer, String>> all(Page page, Book book) {
        Map<String, Map<Integer, String>> all = new LinkedHashMap<>();
        book.calendars().values().stream()
                .sorted((a, b) -> a.country().compareTo(b.country()))
                .forEach(calendar -> {
                    Map<Integer, String> years = new LinkedHashMap<>();
                    calendar.loadedYears().stream()
                            .sorted()
                            .forEach(year -> years.put(year, address(calendar.country(), year)));
                    all.put(name(page, calendar.country()), years);
                });
        return all;
    }

    private Map<String, String> others(WorkingCalendar calendar) {
        Map<String, String> years = new LinkedHashMap<>();
        calendar.loadedYears().stream()
                .sorted()
                .forEach(year -> years.put(address(calendar.country(), year), String.valueOf(year)));
        return years;
    }

    private Map<String, String> years(Page page) {
        Map<String, String> links = new LinkedHashMap<>();
        book.calendars()
                .values()
                .forEach(calendar -> others(calendar)
                        .forEach((address, year) -> links.put(address, name(page, calendar.country()) + " " + year)));
        return links;
    }

    /// The language of the reasons in a calendar: that of the country's regulations.
    private String language(WorkingCalendar calendar) {
        return book.desk().packs().stream()
                .filter(pack -> pack.country().equals(calendar.country()))
                .flatMap(pack -> pack.corpora().stream())
                .map(corpus -> corpus.regulation().language())
                .findFirst()
                .orElse("en");
    }

    /// The first and the last day of a year.
    static List<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).toList();
    }
}
