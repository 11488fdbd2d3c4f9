package itu.cop.channel;

/**
 * An address on a channel, such as a Telegram chat or a browser session. It identifies somebody, so
 * it is never logged: {@link #toString()} shows the channel only.
 *
 * @param channel the name of the channel, see {@link Channel#name()}
 * @param id what the channel calls the person
 */
public record Peer(String channel, String id) {
    @Override
    public String toString() {
        return channel + ":***";
    }
}
