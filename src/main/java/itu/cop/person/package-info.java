/** The people who write to the bot, by pseudonym: language, country, age band, consent, erasure. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"channel", "content", "storage"})
@org.jspecify.annotations.NullMarked
package itu.cop.person;
