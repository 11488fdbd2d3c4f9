package itu.cop;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of a test run how many tests of each kind it ran, and how many failed. */
public final class WhatRan implements TestExecutionListener {
    private final Map<String, Integer> ran = new TreeMap<>();
    private int failed;

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            ran.merge(kind(test.getUniqueId(), className(test)), 1, Integer::sum);
            failed += result.getStatus() == TestExecutionResult.Status.FAILED ? 1 : 0;
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        if (!ran.isEmpty()) {
            System.out.println("Tests by kind: " + ran + ", failed: " + failed);
        }
    }

    private static String className(TestIdentifier test) {
        return test.getSource().map(WhatRan::className).orElse("");
    }

    private static String className(TestSource source) {
        return switch (source) {
            case MethodSource method -> method.getClassName();
            case ClassSource type -> type.getClassName();
            default -> "";
        };
    }

    /** By the engine and the name of the test class; whoever names nothing special is a unit. */
    static String kind(String id, String className) {
        if (id.startsWith("[engine:jqwik]")) {
            return "property";
        }
        return id.startsWith("[engine:archunit]") ? "modularity" : kind(className);
    }

    private static String kind(String className) {
        return switch (className.substring(className.lastIndexOf('.') + 1)) {
            case String name when name.contains("Browser") -> "browser";
            case String name when name.matches("Modularity.*|TestNames.*") -> "modularity";
            case String name when name.matches("WholeBot.*|Kill.*|Replicas.*|Outage.*") ->
                    "journey";
            case String name when name.matches("Restore.*|Burst.*|Journey.*|Live.*") -> "journey";
            case String name when name.endsWith("ChannelTests") -> "contract";
            case String _ when className.startsWith("itu.cop.content.") -> "content";
            default -> "unit";
        };
    }
}
