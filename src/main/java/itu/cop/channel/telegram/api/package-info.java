/** Calls of the Bot API: how they are sent, and what can become of them. */
@org.jspecify.annotations.NullMarked
package itu.cop.channel.telegram.api;
