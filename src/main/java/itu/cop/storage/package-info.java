/**
 * Where data lives: the data folder, its secret keys and sealing, the embedded PostgreSQL, wake-ups
 * between replicas.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package itu.cop.storage;
