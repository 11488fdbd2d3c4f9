/** How updates get here: by polling, which one replica does, or by webhook. */
@org.jspecify.annotations.NullMarked
package itu.cop.channel.telegram.line;
