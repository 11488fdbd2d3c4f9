package itu.cop.storage;

/** The bot must not start like this. The message is one line, the action says what to do. */
final class StorageRefusal extends RuntimeException {
    private final String action;

    StorageRefusal(String message, String action) {
        super(message);
        this.action = action;
    }

    StorageRefusal(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
