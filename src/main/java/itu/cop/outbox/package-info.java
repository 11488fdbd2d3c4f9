/** Keeps messages until a channel has accepted them, in lanes, within each channel's budget. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"channel", "content", "person", "storage"})
@org.jspecify.annotations.NullMarked
package itu.cop.outbox;
