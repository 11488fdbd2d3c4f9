package itu.cop.conversation;

import java.util.List;

/** What to say, what to remember of the conversation, and what else to do. */
public record Reply(List<Message> messages, State next, List<Effect> effects) {
    public Reply {
        messages = List.copyOf(messages);
        effects = List.copyOf(effects);
    }

    /**
     * One bubble.
     *
     * @param sensitive must not show on a phone in somebody else's hand when it leaves late
     * @param crisis goes before everything else
     */
    public record Message(String text, List<Choice> choices, boolean sensitive, boolean crisis) {
        public Message {
            choices = List.copyOf(choices);
        }
    }
}
