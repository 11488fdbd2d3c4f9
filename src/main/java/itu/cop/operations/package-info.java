/** What operators see and may touch: the actuator and its door. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage"})
@org.jspecify.annotations.NullMarked
package itu.cop.operations;
