package itu.cop.channel.web;

import itu.cop.content.ContentFolder;
import itu.cop.content.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The words of the pages, in the language of the browser where we speak it. */
@Component
class PageWords {
    private final ContentFolder content;
    private final WebSettings settings;

    PageWords(ContentFolder content, WebSettings settings) {
        this.content = content;
        this.settings = settings;
    }

    /** Gives a template what every page needs. */
    Words frame(Model model, HttpServletRequest request) {
        var words = of(request);
        model.addAttribute("say", words);
        model.addAttribute("exit", settings.exitUrl());
        return words;
    }

    /** The words for whoever sent this request. */
    Words of(HttpServletRequest request) {
        var current = content.current();
        var known = current.languages();
        return Collections.list(request.getLocales()).stream()
                .flatMap(it -> Stream.of(it.toLanguageTag(), it.getLanguage()))
                .filter(known::containsKey)
                .findFirst()
                .map(tag -> new Words(current.in(tag)))
                .orElseGet(() -> new Words(current.source()));
    }

    /** The first language the browser asks for: a hint, no more. */
    static @Nullable String hint(HttpServletRequest request) {
        var asked = request.getHeader("Accept-Language") != null;
        return asked ? request.getLocale().toLanguageTag() : null;
    }

    /** Phrases under {@code web.}, for templates. */
    record Words(Language language) {
        public String say(String key, String... fill) {
            return language.phrase("web." + key, fill);
        }

        public String lang() {
            return language.tag();
        }

        public String dir() {
            return language.rightToLeft() ? "rtl" : "ltr";
        }
    }
}
