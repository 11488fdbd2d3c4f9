package itu.cop.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Call an ambulance now: 112           | tel:112
                    Childline Kenya: 116                 | tel:116
                    Ring 1800 66 66 66, day and night.   | tel:1800666666
                    Or +254 722 178 177 now              | tel:+254722178177
                    Ask (246) 429 9999                   | tel:2464299999
                    Look at https://takeitdown.ncmec.org. | https://takeitdown.ncmec.org
                    """)
    void whatCanBeTappedIsMarked(String text, String href) {
        var links = TextPart.of(text, true).stream().filter(it -> it.href() != null).toList();

        assertThat(links).singleElement().extracting(TextPart::href).isEqualTo(href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You have 72 hours and 3 choices.",
                "Article 19, comment 25",
                "Checked on 2026-04-22",
                "Text HOME to 741741",
                "javascript:alert(1) http://example.org data:text/html,x",
                "Room 101 is upstairs"
            })
    void otherNumbersAndAddressesStayText(String text) {
        assertThat(TextPart.of(text, true)).containsExactly(new TextPart(text, null));
    }

    @Test
    void wordsOfThePersonAreNeverLinked() {
        assertThat(TextPart.of("see https://example.org or: 116", false))
                .extracting(TextPart::href)
                .containsOnlyNulls();
    }

    @Test
    void thePartsAreTheWholeText() {
        var text = "Call now: 112\nor 1800 66 66 66\nhttps://a.example/b?c=d, or wait";

        var joined = new StringBuilder();
        TextPart.of(text, true).forEach(it -> joined.append(it.text()));

        assertThat(joined).hasToString(text);
    }

    @Test
    void whatHidesOrReordersIsTakenOutAndEmojiStayWhole() {
        assertThat(TextPart.clean("a\u202Eb\u2066c\u0000d\u0007e\u009Ff")).isEqualTo("abcdef");
        assertThat(TextPart.clean("👩‍👩‍👧 می‌خواهم\n\tx")).isEqualTo("👩‍👩‍👧 می‌خواهم\n\tx");
    }

    @Test
    void everyNumberOfAPhoneFieldCanBeTapped() {
        assertThat(TextPart.ofPhones("116 / +226 25 46 09 81"))
                .extracting(TextPart::href)
                .containsExactly("tel:116", null, "tel:+22625460981");
    }
}
