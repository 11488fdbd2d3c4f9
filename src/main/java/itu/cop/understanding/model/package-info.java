/** A linear text classifier: trained by OpenNLP, calibrated, read and served as plain numbers. */
@org.jspecify.annotations.NullMarked
package itu.cop.understanding.model;
