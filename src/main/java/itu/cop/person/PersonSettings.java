package itu.cop.person;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody is remembered after they last wrote.
 *
 * @param inactiveWeb on the web chat, where an address is a browser session
 * @param inactiveOther on every other channel
 */
@ConfigurationProperties("cop.retention")
record PersonSettings(
        @DefaultValue("30d") Duration inactiveWeb, @DefaultValue("365d") Duration inactiveOther) {}
