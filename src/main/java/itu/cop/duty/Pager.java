package itu.cop.duty;

/** One way to reach the staff on duty. */
interface Pager {
    /** In the table, in metrics and on pages. */
    String name();

    /** What an operator sets to make it work. */
    String setting();

    /** Tries once, within seconds. */
    Outcome page(Notice notice);
}
