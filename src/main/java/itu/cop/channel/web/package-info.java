/**
 * The campaign page and its chat, live by server-sent events, with a plain form where scripts are
 * off.
 */
@org.jspecify.annotations.NullMarked
package itu.cop.channel.web;
