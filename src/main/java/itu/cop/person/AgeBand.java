package itu.cop.person;

/** How old a person says they are. Not said is worded as 13 to 15 and never counts as under 13. */
public enum AgeBand {
    UNDER_13,
    FROM_13_TO_15,
    FROM_16_TO_18,
    ADULT,
    NOT_SAID
}
