/**
 * Reads the files of {@code intents/} strictly: what is wrong is reported with file, line and what
 * to do.
 */
@org.jspecify.annotations.NullMarked
package itu.cop.content.yaml;
