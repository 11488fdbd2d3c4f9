package itu.cop.duty;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts notices to an address. */
final class WebhookPager implements Pager {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration TOTAL = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final URI url;
    private final Duration total;

    WebhookPager(URI url) {
        this(url, TOTAL);
    }

    WebhookPager(URI url, Duration total) {
        this.url = url;
        this.total = total;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String setting() {
        return "COP_NOTIFY_WEBHOOK_URL";
    }

    @Override
    public Outcome page(Notice notice) {
        var request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(notice.json()))
                        .build();
        // A time limit of the request itself would end with the headers, not with the body.
        var answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            var status = answer.get(total.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status / 100 == 2 ? new Outcome.Sent() : new Outcome.Failed("status " + status);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            return new Outcome.Failed("no answer in time");
        } catch (ExecutionException broken) {
            var cause = broken.getCause();
            return new Outcome.Failed((cause == null ? broken : cause).getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }
}
