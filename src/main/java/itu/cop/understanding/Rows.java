package itu.cop.understanding;

import itu.cop.understanding.Commands.BadInput;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads files of tab-separated lines; what is wrong is told with file and line. */
final class Rows {
    private Rows() {}

    /** The cells of every line that is not blank, at least this many of them. */
    static List<List<String>> read(Path file, int least, String shape) throws IOException {
        var rows = new ArrayList<List<String>>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            var cells = Arrays.asList(line.split("\t", -1));
            if (line.isBlank()) {
                continue;
            }
            if (cells.size() < least) {
                throw new BadInput(file + ":" + number + ": should be " + shape);
            }
            rows.add(cells);
        }
        if (rows.isEmpty()) {
            throw new BadInput(file + ":1: holds no line");
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            var lines = new ArrayList<>(Files.readAllLines(file));
            if (!lines.isEmpty() && lines.getFirst().startsWith("\ufeff")) {
                lines.set(0, lines.getFirst().substring(1));
            }
            return lines;
        } catch (MalformedInputException e) {
            throw new BadInput(file + ":1: is not UTF-8");
        }
    }
}
