package itu.cop.understanding;

import org.springframework.stereotype.Component;

/** Understands a text. Thread-safe; never throws because of a text. */
@Component
public class Understanding {
    Understanding() {}

    /** Language, risk and intent of a text. The risk gate comes first and fails safe. */
    public Understood of(Utterance utterance) {
        throw new UnsupportedOperationException();
    }

    /** True when the models are loaded; before that only the gate looks. */
    public boolean ready() {
        return false;
    }

    /** How far training has come, 0 to 1. */
    public double progress() {
        return 0;
    }
}
