/** Conversations a human must look at: one case row each, never lost. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"person", "content", "storage", "channel"})
@org.jspecify.annotations.NullMarked
package itu.cop.moderation;
