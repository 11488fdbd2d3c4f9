package itu.cop.content;

/**
 * How worried to be. From {@link #SERIOUS} up a message always carries a {@code crisis/} intent,
 * and only then.
 */
public enum Severity {
    NONE,
    /** Answer, plus one caring line and a button. */
    WATCH,
    /** Somebody is being harmed or may harm themselves. */
    SERIOUS,
    /** Danger now. */
    URGENT;

    /** The more worrying of the two. */
    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** True from {@link #SERIOUS} up. */
    public boolean isCrisis() {
        return compareTo(SERIOUS) >= 0;
    }

    /** By its number, 0 to 3. */
    public static Severity of(int level) {
        return values()[level];
    }
}
