package itu.cop.channel.telegram.fake;

import com.sun.net.httpserver.HttpExchange;
import itu.cop.CopApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/**
 * The whole bot on a Telegram of its own, with a page to play a teen: nothing leaves this machine.
 */
final class TelegramDemo {
    private static final int PORT = 8090;
    private static final long TEEN = 7_000_000_001L;
    private static final String PAGE =
            """
            <!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width">
            <title>A teen on Telegram</title>
            <style>body{font:16px sans-serif;max-width:32em;margin:auto;padding:1em}
            p{white-space:pre-wrap;background:#eee;border-radius:1em;padding:.6em 1em}
            p.mine{background:#cdf;margin-left:20%}form{display:flex}input{flex:1;font:inherit}</style>
            <main></main><form><input autofocus aria-label=Message><button>Send</button></form>
            <script>
            const post = (path, body) => fetch(path, {method: "POST", body});
            let last = "";
            async function show() {
              const text = await (await fetch("/sim/chat")).text();
              if (text === last) return;
              last = text;
              const main = document.querySelector("main");
              main.replaceChildren();
              for (const it of JSON.parse(text)) {
                const line = main.appendChild(document.createElement("p"));
                line.textContent = it.text;
                line.className = it.mine ? "mine" : "";
                for (const key of it.keys) {
                  const button = main.appendChild(document.createElement("button"));
                  button.textContent = key.label;
                  button.onclick = () => post("/sim/press", key.data);
                }
              }
              scrollTo(0, document.body.scrollHeight);
            }
            document.querySelector("form").onsubmit = it => {
              it.preventDefault();
              const box = it.target.querySelector("input");
              post("/sim/say", box.value);
              box.value = "";
            };
            setInterval(show, 300);
            </script>
            """;

    private TelegramDemo() {}

    /** Starts both; further arguments go to the bot. */
    public static void main(String[] args) {
        var telegram = FakeTelegram.start("42:demo", PORT);
        page(telegram);
        var bot = new SpringApplication(CopApplication.class);
        bot.setDefaultProperties(
                Map.of(
                        "cop.telegram.token",
                        "42:demo",
                        "cop.telegram.api-url",
                        telegram.url().toString()));
        bot.run(args);
        System.out.println("Play a teen on Telegram: " + telegram.url() + "/");
    }

    private static void page(FakeTelegram telegram) {
        var server = telegram.server();
        server.createContext("/", it -> answer(it, "text/html; charset=utf-8", PAGE));
        server.createContext(
                "/sim/chat",
                it ->
                        answer(
                                it,
                                "application/json",
                                Params.JSON.writeValueAsString(telegram.chat(TEEN))));
        server.createContext(
                "/sim/say",
                it -> {
                    telegram.says(TEEN, body(it));
                    answer(it, "text/plain", "");
                });
        server.createContext(
                "/sim/press",
                it -> {
                    telegram.presses(TEEN, body(it));
                    answer(it, "text/plain", "");
                });
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
