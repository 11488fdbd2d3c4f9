package itu.cop.moderation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long cases are kept.
 *
 * @param unlinkedCase one whose writer was erased, from the erasure on
 */
@ConfigurationProperties("cop.retention")
record ModerationSettings(@DefaultValue("30d") Duration unlinkedCase) {}
