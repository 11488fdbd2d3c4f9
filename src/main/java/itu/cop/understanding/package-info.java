/** Turns text into a language, a risk and an intent. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"content", "storage"})
@org.jspecify.annotations.NullMarked
package itu.cop.understanding;
