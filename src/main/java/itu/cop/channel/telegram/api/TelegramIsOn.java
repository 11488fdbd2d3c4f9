package itu.cop.channel.telegram.api;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Without a token there is no Telegram. */
public class TelegramIsOn implements Condition {
    /** True when there is a token. */
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty("cop.telegram.token", "").isBlank();
    }
}
