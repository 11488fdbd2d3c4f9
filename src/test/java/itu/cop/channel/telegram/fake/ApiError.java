package itu.cop.channel.telegram.fake;

/** A call that is not done; the text is what Telegram would say. */
final class ApiError extends Exception {
    private static final long serialVersionUID = 1;

    final int code;
    final int retryAfter;

    ApiError(int code, String description) {
        super(description);
        this.code = code;
        this.retryAfter = 0;
    }

    ApiError(int retryAfter) {
        super("Too Many Requests: retry after " + retryAfter);
        this.code = 429;
        this.retryAfter = retryAfter;
    }
}
