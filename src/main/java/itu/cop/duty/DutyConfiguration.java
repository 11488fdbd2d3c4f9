package itu.cop.duty;

import java.net.URI;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailSender;

@Configuration(proxyBeanMethods = false)
class DutyConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DutyConfiguration.class);

    DutyConfiguration() {}

    @Bean
    Pagers pagers(DutySettings settings, ObjectProvider<MailSender> mail) {
        var pagers = new ArrayList<Pager>();
        var url = settings.webhookUrl();
        if (url != null) {
            pagers.add(new WebhookPager(URI.create(url)));
        }
        var to = settings.emailTo();
        var sender = mail.getIfAvailable();
        if (to != null && sender != null) {
            var from = settings.emailFrom();
            pagers.add(new MailPager(sender, from == null ? to : from, to));
        } else if (to != null) {
            LOG.warn("No urgent notices by e-mail: spring.mail.host is not set");
        }
        return new Pagers(pagers);
    }
}
