package itu.cop.channel.telegram;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids that the rest of the bot keeps of what came and went, and the numbers of Telegram's
 * messages in them. No id tells whose it is: messages are numbered by bot.
 */
final class Trail {
    /** How many messages Telegram removes at once. */
    static final int MOST = 100;

    private Trail() {}

    /** The id of something that came in, with the message it stands in where there is one. */
    static String received(String bot, String update, String message) {
        return bot + ":" + update + ":" + message;
    }

    /** The id of what was sent, which may have taken more than one message. */
    static String sent(List<Integer> messages) {
        return messages.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The messages behind these ids. */
    static List<Integer> numbers(List<String> ids) {
        return ids.stream()
                .flatMap(Trail::parts)
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .distinct()
                .toList();
    }

    private static Stream<String> parts(String id) {
        return Arrays.stream(id.substring(id.lastIndexOf(':') + 1).split(",", -1));
    }
}
