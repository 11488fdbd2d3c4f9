package itu.cop.understanding.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Turns an English text into a vector, so that texts of like meaning lie near each other.
 * Thread-safe; one for the whole process, because it is large.
 */
public final class SentenceEncoder {
    private static final String MODEL = "/bge-small-en-v1.5-q";

    /** The normaliser drops the apostrophes that the encoder has learned with. */
    private static final Map<String, String> SHORTENED = new HashMap<>();

    static {
        var words =
                "don't can't won't isn't aren't wasn't weren't doesn't didn't couldn't wouldn't"
                        + " shouldn't haven't hasn't hadn't i'm i've he's she's it's that's what's"
                        + " who's there's they're you're they've we've you've they'll you'll he'll"
                        + " she'll i'd they'd ain't let's";
        for (var word : words.split(" ", -1)) {
            SHORTENED.put(word.replace("'", ""), word);
        }
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final WordPieces pieces;
    private final OrtSession session;

    private SentenceEncoder() throws IOException {
        pieces = new WordPieces(resource(MODEL + "-tokenizer.json"));
        try (var model = resource(MODEL + ".onnx");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
        } catch (OrtException e) {
            throw new IOException("the encoder cannot be loaded", e);
        }
    }

    /** Loads late: most tests and many commands never need it. */
    private static final class Holder {
        private static final SentenceEncoder ENGLISH = load();

        private static SentenceEncoder load() {
            try {
                return new SentenceEncoder();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The encoder of English. */
    public static SentenceEncoder english() {
        return Holder.ENGLISH;
    }

    private static InputStream resource(String name) throws IOException {
        var resource = SentenceEncoder.class.getResourceAsStream(name);
        if (resource == null) {
            throw new FileNotFoundException(name);
        }
        return resource;
    }

    /** Whole words that it knows, the commonest first. */
    Stream<String> words() {
        return pieces.words();
    }

    /** The vector of a normalised text, of length 1. */
    public float[] encode(String text) {
        var ids = pieces.cut(withApostrophes(text));
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var input = tensor(ids);
                var mask = tensor(ones);
                var kinds = tensor(new long[ids.length]);
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", input,
                                        "attention_mask", mask,
                                        "token_type_ids", kinds))) {
            return unit(((float[][][]) result.get(0).getValue())[0][0]);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private static String withApostrophes(String text) {
        var words = new StringJoiner(" ");
        for (var word : text.split(" ", -1)) {
            words.add(SHORTENED.getOrDefault(word, word));
        }
        return words.toString();
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(square, 1e-12)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
