/**
 * A Telegram for tests and demos: what the Bot API does, on this machine, with faults on demand.
 */
@org.jspecify.annotations.NullMarked
package itu.cop.channel.telegram.fake;
