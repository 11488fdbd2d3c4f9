/** Sign-in, sessions, frame and menu of the staff console. The pages live in their own modules. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage"})
@org.jspecify.annotations.NullMarked
package itu.cop.console;
