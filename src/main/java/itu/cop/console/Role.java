package itu.cop.console;

/** What somebody of the staff may do. A page of the console names the roles it is for. */
public enum Role {
    /** Manages the staff and sees how the bot is doing. */
    ADMINISTRATOR,
    /** Talks with young people whose conversation needs a human. */
    MODERATOR,
    /** Prepares broadcasts, tips and quizzes. */
    CAMPAIGNER,
    /** Writes and translates what the bot says. */
    AUTHOR
}
