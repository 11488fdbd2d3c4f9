package itu.cop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatRanTests {
    @ParameterizedTest
    @CsvSource({
        "junit-jupiter, itu.cop.outbox.PaceTests, unit",
        "junit-jupiter, itu.cop.channel.web.WebChannelTests, contract",
        "jqwik, itu.cop.understanding.NormaliserTests, property",
        "junit-jupiter, itu.cop.inbox.JourneyTests, journey",
        "junit-jupiter, itu.cop.WholeBotBrowserTests, browser",
        "junit-jupiter, itu.cop.content.IntentsFolderTests, content",
        "archunit, itu.cop.HouseRulesTests, modularity"
    })
    void sortsTestsByKind(String engine, String className, String kind) {
        assertThat(WhatRan.kind("[engine:" + engine + "]/[class:x]", className)).isEqualTo(kind);
    }
}
