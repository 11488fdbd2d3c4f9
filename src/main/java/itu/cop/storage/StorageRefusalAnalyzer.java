package itu.cop.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refusal as one line and what to do, in place of a stack trace. */
final class StorageRefusalAnalyzer extends AbstractFailureAnalyzer<StorageRefusal> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StorageRefusal cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
