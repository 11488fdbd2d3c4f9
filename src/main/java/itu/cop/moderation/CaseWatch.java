package itu.cop.moderation;

import java.util.UUID;

/** Told of cases by whoever implements it as a bean, in the transaction that changes them. */
public interface CaseWatch {
    /** A case was opened at the highest severity, or raised to it: once a case. */
    void becameUrgent(UUID caseId);
}
