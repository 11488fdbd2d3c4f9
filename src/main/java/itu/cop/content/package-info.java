/** Everything written in the {@code intents/} folder: read, checked, and chosen from. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package itu.cop.content;
