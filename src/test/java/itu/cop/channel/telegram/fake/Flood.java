package itu.cop.channel.telegram.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** How many messages are taken: so many in any sliding second, and one a second in each chat. */
final class Flood {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int BURST = 5;

    private final ArrayDeque<Long> last = new ArrayDeque<>();
    private final Map<Long, double[]> chats = new HashMap<>();
    volatile int perSecond = 30;
    volatile boolean perChat = true;

    /** Counts a message, or says that it is too much. */
    synchronized void count(long chat) throws ApiError {
        var now = System.nanoTime();
        while (!last.isEmpty() && now - last.peek() >= SECOND) {
            last.poll();
        }
        if (last.size() >= perSecond || !chatTakes(chat, now)) {
            throw new ApiError(1);
        }
        last.add(now);
    }

    private boolean chatTakes(long chat, long now) {
        if (!perChat) {
            return true;
        }
        var bucket = chats.computeIfAbsent(chat, id -> new double[] {BURST, now});
        bucket[0] = Math.min(BURST, bucket[0] + (now - bucket[1]) / SECOND);
        bucket[1] = now;
        if (bucket[0] < 1) {
            return false;
        }
        bucket[0]--;
        return true;
    }
}
