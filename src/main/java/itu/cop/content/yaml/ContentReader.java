package itu.cop.content.yaml;

import itu.cop.content.Content;
import itu.cop.content.ContentRejected;
import itu.cop.content.ContentRejected.Problem;
import itu.cop.content.Country;
import itu.cop.content.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads all files, or says everything that is wrong with them. */
public final class ContentReader {
    private static final String COUNTRIES = "countries";

    private ContentReader() {}

    /**
     * Reads everything.
     *
     * @throws ContentRejected when anything is wrong
     */
    public static Content read(YamlFiles files) {
        var problems = new ArrayList<Problem>();
        var source = new LanguageReader(Content.SOURCE_LANGUAGE, files, problems, null).read();
        var languages = new HashMap<>(Map.of(source.tag(), source));
        var translations =
                tags(files).parallelStream()
                        .filter(tag -> !tag.equals(source.tag()))
                        .map(tag -> Translation.read(tag, files, source))
                        .toList();
        for (var translation : translations) {
            languages.put(translation.language.tag(), translation.language);
            problems.addAll(translation.problems);
        }
        var content = new Content(files.version(), languages, countries(files, problems));
        new CrossChecks(files, problems).check(content);
        if (!problems.isEmpty()) {
            throw new ContentRejected(problems);
        }
        return content;
    }

    /** Problems of its own, so that languages read side by side report theirs in order. */
    private record Translation(Language language, List<Problem> problems) {
        static Translation read(String tag, YamlFiles files, Language source) {
            var problems = new ArrayList<Problem>();
            return new Translation(
                    new LanguageReader(tag, files, problems, source).read(), problems);
        }
    }

    private static java.util.Set<String> tags(YamlFiles files) {
        var tags = new TreeSet<String>();
        for (var path : files.texts().keySet()) {
            var slash = path.indexOf('/');
            if (slash > 0 && !path.startsWith(COUNTRIES + "/")) {
                tags.add(path.substring(0, slash));
            }
        }
        return tags;
    }

    private static Map<String, Country> countries(YamlFiles files, List<Problem> problems) {
        var countries = new HashMap<String, Country>();
        for (var path : files.under(COUNTRIES + "/")) {
            var code = path.substring(COUNTRIES.length() + 1, path.length() - ".yaml".length());
            countries.put(code, CountryReader.read(code, files.open(path, problems)));
        }
        return countries;
    }
}
