package itu.cop.conversation;

/**
 * A button.
 *
 * @param id comes back in {@link Event.Pressed}, at most 200 characters
 * @param label what the person reads and may also type
 */
public record Choice(String id, String label) {}
