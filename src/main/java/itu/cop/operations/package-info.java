/** What operators see and may touch: the actuator and its door, health, and the last door. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage", "understanding"})
@org.jspecify.annotations.NullMarked
package itu.cop.operations;
