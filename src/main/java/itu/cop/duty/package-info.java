/** Tells the staff on duty of urgent cases, outside the console. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"console", "moderation", "storage"})
@org.jspecify.annotations.NullMarked
package itu.cop.duty;
