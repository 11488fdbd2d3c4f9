package itu.cop.conversation;

import itu.cop.person.Person;
import java.time.Instant;

/**
 * One thing that happened, with all there is to know when answering it.
 *
 * @param person who
 * @param state what the conversation remembers of them
 * @param standing whether a human is with them
 * @param event what happened
 * @param now the time
 */
public record Turn(Person person, State state, Standing standing, Event event, Instant now) {}
