package itu.cop.channel.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the web chat.
 *
 * @param idle how long a quiet chat stays on the page
 * @param exitUrl the neutral page of the quick exit
 * @param answerWait how long a plain form waits for the answer
 * @param messagesPerMinute of one session, once its burst is used up
 * @param newSessionsPerAddress in ten minutes; a whole school may share one address
 * @param streams open pages on this replica
 */
@ConfigurationProperties("cop.web")
record WebSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("https://www.wikipedia.org") URI exitUrl,
        @DefaultValue("2500ms") Duration answerWait,
        @DefaultValue("20") int messagesPerMinute,
        @DefaultValue("10") int burst,
        @DefaultValue("1000") int newSessionsPerAddress,
        @DefaultValue("2000") int streams) {}
