package itu.cop.content;

import java.util.List;
import java.util.stream.Collectors;

/** The content was not taken, because of these problems. */
public final class ContentRejected extends RuntimeException {
    private final transient List<Problem> problems;

    /** With every problem found, in the order of the files. */
    public ContentRejected(List<Problem> problems) {
        super(
                problems.stream()
                        .map(Problem::toString)
                        .collect(
                                Collectors.joining(
                                        "\n  ",
                                        problems.size() + " problem(s) in the content:\n  ",
                                        "")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem found, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }

    /** Something to mend: where it is, and what to do. */
    public record Problem(String file, int line, String toDo) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + toDo;
        }
    }
}
