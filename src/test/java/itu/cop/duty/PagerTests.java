package itu.cop.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class PagerTests {
    private static final UUID CASE = new UUID(0, 7);

    private final List<String> got = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer server;

    @BeforeEach
    void listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    got.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + body);
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status, status == 200 ? 100 : -1);
                    if (status != 200) { // else the body never comes
                        exchange.close();
                    }
                });
        server.start();
    }

    @AfterEach
    void listensNoMore() {
        server.stop(0);
    }

    @Test
    void aWebhookGetsCaseAndSeverity() {
        assertThat(page(new Notice.Urgent(CASE, 3))).isEqualTo(new Outcome.Sent());
        assertThat(page(new Notice.Test())).isEqualTo(new Outcome.Sent());
        assertThat(got)
                .containsExactly(
                        "POST /hook {\"case\":\"" + CASE + "\",\"severity\":3}",
                        "POST /hook {\"test\":true}");
    }

    @Test
    void anAnswerThatIsNoSuccessIsAFailureAndNoRedirectIsFollowed() {
        for (int refusal : new int[] {302, 307, 404, 500}) {
            status = refusal;
            assertThat(page(new Notice.Test())).isEqualTo(new Outcome.Failed("status " + refusal));
        }
        assertThat(got).hasSize(4).allMatch(request -> request.contains("/hook"));
    }

    @Test
    void anAnswerThatDoesNotEndIsAFailure() {
        status = 200;
        var pager = new WebhookPager(url(), Duration.ofMillis(300));
        assertThat(pager.page(new Notice.Test()))
                .isEqualTo(new Outcome.Failed("no answer in time"));
    }

    @Test
    void whereNobodyListensItIsAFailure() {
        server.stop(0);
        assertThat(page(new Notice.Test())).isEqualTo(new Outcome.Failed("ConnectException"));
    }

    @Test
    void anEmailHoldsCaseAndSeverity() {
        var mails = new ArrayList<SimpleMailMessage>();
        MailSender sender = messages -> mails.addAll(List.of(messages));
        var pagers = pagers(new DutySettings("", "duty@example.org", null), sender);

        assertThat(pagers.all().getFirst().page(new Notice.Urgent(CASE, 3)))
                .isEqualTo(new Outcome.Sent());
        var mail = mails.getFirst();
        assertThat(mail.getTo()).containsExactly("duty@example.org");
        assertThat(mail.getFrom()).isEqualTo("duty@example.org");
        assertThat(mail.getText()).isEqualTo("Urgent case " + CASE + ", severity 3");
    }

    /** Without them a server that says nothing would hold the thread for ever. */
    @Test
    void aMailServerHasLimitedTimeToAnswer() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withUserConfiguration(DutyConfiguration.class)
                .withBean(DutySettings.class, () -> new DutySettings(null, "d@example.org", null))
                .withPropertyValues("spring.mail.host=localhost")
                .run(context -> {
                    assertThat(context.getBean(Pagers.class).all()).hasSize(1);
                    assertThat(context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                            .containsEntry("mail.smtp.connectiontimeout", "3000")
                            .containsEntry("mail.smtp.timeout", "5000")
                            .containsEntry("mail.smtp.writetimeout", "5000");
                });
    }

    @Test
    void anEmailThatIsRefusedIsAFailureWithoutItsAddress() {
        MailSender sender =
                _ -> {
                    throw new MailSendException("duty@example.org is unknown");
                };
        assertThat(new MailPager(sender, "a@example.org", "b@example.org").page(new Notice.Test()))
                .isEqualTo(new Outcome.Failed("MailSendException"));
    }

    @Test
    void onlyWhatIsConfiguredIsUsed() {
        MailSender sender = _ -> {};
        assertThat(pagers(new DutySettings(null, null, null), sender).all()).isEmpty();
        assertThat(pagers(new DutySettings(" ", "duty@example.org", null), null).all()).isEmpty();
        assertThat(
                        pagers(
                                        new DutySettings(
                                                "https://a.example/b", "d@example.org", null),
                                        sender)
                                .all())
                .extracting(Pager::name)
                .containsExactly("webhook", "e-mail");
    }

    @Test
    void anAddressThatCannotBePostedToIsRefusedWithoutRepeatingIt() {
        for (var url : new String[] {"ftp://a.example/secret", "secret", "http:/secret"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DutySettings(url, null, null))
                    .withMessageContaining("cop.notify.webhook-url")
                    .withMessageNotContaining("secret");
        }
    }

    private Outcome page(Notice notice) {
        return new WebhookPager(url()).page(notice);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private static Pagers pagers(DutySettings settings, @Nullable MailSender sender) {
        var beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("mail", sender);
        }
        return new DutyConfiguration().pagers(settings, beans.getBeanProvider(MailSender.class));
    }
}
