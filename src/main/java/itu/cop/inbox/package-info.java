/** Takes each message exactly once and walks it from understanding to reply. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "channel",
            "content",
            "person",
            "understanding",
            "conversation",
            "moderation",
            "outbox",
            "storage"
        })
@org.jspecify.annotations.NullMarked
package itu.cop.inbox;
