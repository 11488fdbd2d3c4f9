/** What every messaging platform looks like to the rest of the bot. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"content", "storage"})
@org.jspecify.annotations.NullMarked
package itu.cop.channel;
