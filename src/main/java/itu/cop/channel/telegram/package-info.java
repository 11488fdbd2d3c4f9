/** The campaign on Telegram: what people write there comes in, and answers go out, each once. */
@org.jspecify.annotations.NullMarked
package itu.cop.channel.telegram;
