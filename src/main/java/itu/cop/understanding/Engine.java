package itu.cop.understanding;

import itu.cop.content.Content;
import itu.cop.content.Language;
import itu.cop.content.Severity;
import itu.cop.understanding.RiskGate.Finding;
import itu.cop.understanding.RiskGate.Hunch;
import itu.cop.understanding.Understood.Outcome;
import itu.cop.understanding.model.IntentModel;
import itu.cop.understanding.model.LanguageModel;
import itu.cop.understanding.model.LanguageModel.Worry;
import itu.cop.understanding.model.Prediction;
import itu.cop.understanding.model.Prediction.Guess;
import itu.cop.understanding.model.Seen;
import itu.cop.understanding.model.Trained;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that understands one version of the content. Immutable. */
final class Engine {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final int MOST_GUESSES = 3;
    private static final int LEAST_FOR_HUNCH = 2;

    private final Content content;
    private final Trained trained;
    private final Map<String, RiskGate> gates;
    private final Cues cues;
    private final GateLimit limit;

    /** Models by language; a language without one is only looked at by its gate. */
    Engine(Content content, Trained trained, GateLimit limit) {
        this.content = content;
        this.trained = trained;
        this.limit = limit;
        this.cues = new Cues(content);
        this.gates =
                content.languages().values().parallelStream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Language::tag, one -> new RiskGate(one.gate())));
    }

    private Engine(Engine other, Trained trained) {
        this.content = other.content;
        this.trained = trained;
        this.limit = other.limit;
        this.cues = other.cues;
        this.gates = other.gates;
    }

    /** The same with these models. */
    Engine with(Trained models) {
        return new Engine(this, models);
    }

    /** The content it was made for. */
    Content content() {
        return content;
    }

    boolean ready() {
        return !trained.languages().isEmpty();
    }

    /** The models, to go on with while newer ones are trained. */
    Trained trained() {
        return trained;
    }

    /** Patterns that cannot be read, with the id of each. */
    List<String> problems() {
        return gates.values().stream().flatMap(gate -> gate.problems().stream()).toList();
    }

    /** Language, risk and intent. */
    Understood read(Utterance said) {
        var text = Normaliser.normalise(said.text());
        var language = cues.language(said.text() + " " + text, said.language(), trained.guess());
        var model = trained.languages().get(language);
        var eyes = model == null ? null : new Eyes(model);
        var looked = limit.within(() -> risk(said, language, eyes));
        var finding = looked.orElseGet(() -> withoutModel(said, language));
        var reading =
                looked.isEmpty() && !finding.severity().isCrisis()
                        ? Reading.none(0)
                        : reading(text, eyes, finding);
        var severity = finding.severity().or(usual(reading));
        var unfinished =
                !severity.isCrisis()
                        && (reading.outcome == Outcome.NONE
                                || reading.outcome == Outcome.DID_YOU_MEAN)
                        && Cues.breaksOff(said.text(), text);
        return new Understood(
                language,
                reading.intent,
                reading.confidence,
                severity,
                finding.clear(),
                reading.outcome,
                reading.guesses,
                unfinished,
                Cues.door(text),
                cues.platform(text).orElse(null));
    }

    /** True when the patterns of any language see a crisis. */
    boolean alarming(String text) {
        var said = new Utterance(text, "", Content.SOURCE_LANGUAGE, false);
        return risk(said, Content.SOURCE_LANGUAGE, null).severity().isCrisis();
    }

    /** Patterns alone, on this thread: they cannot run away, and models may hold the others. */
    private Finding withoutModel(Utterance said, String language) {
        try {
            var sure = risk(said, language, null);
            return sure.severity().isCrisis() ? sure : Finding.UNKNOWN;
        } catch (RuntimeException e) {
            log.error("Risk patterns failed: {}", e.getClass().getSimpleName());
            return Finding.UNKNOWN;
        }
    }

    /** The worst of what all gates see: nobody writes one language only. */
    private Finding risk(Utterance said, String language, @Nullable Eyes eyes) {
        RiskGate.Model model = eyes == null ? _ -> Hunch.NOTHING : eyes;
        var readings = Normaliser.readings(said.text(), model::correct);
        var worst = gate(language).look(said, readings, model);
        for (var gate : gates.entrySet()) {
            if (!gate.getKey().equals(language)) {
                var other = gate.getValue().look(said, readings, _ -> Hunch.NOTHING);
                worst = worst.severity().compareTo(other.severity()) >= 0 ? worst : other;
            }
        }
        return worst;
    }

    private RiskGate gate(String language) {
        return Objects.requireNonNull(gates.get(language));
    }

    /** A model that looks at each way to read a text once. */
    private static final class Eyes implements RiskGate.Model {
        private final LanguageModel model;
        private final Map<String, Seen> seen = new ConcurrentHashMap<>();
        private final Map<String, Worry> worries = new ConcurrentHashMap<>();

        Eyes(LanguageModel model) {
            this.model = model;
        }

        @Override
        public String correct(String text) {
            return model.correct(text);
        }

        Prediction intents(String text) {
            return model.intents(see(model.correct(text)));
        }

        private Seen see(String text) {
            return seen.computeIfAbsent(text, model::see);
        }

        private Worry worry(String text) {
            return worries.computeIfAbsent(
                    text, one -> tooLittle(one) ? Worry.NONE : model.worry(see(one)));
        }

        private static boolean tooLittle(String text) {
            return text.split(" ", LEAST_FOR_HUNCH + 1).length < LEAST_FOR_HUNCH
                    || saysNothing(text);
        }

        @Override
        public boolean clears(String text) {
            return !tooLittle(text) && worry(text) == Worry.NONE;
        }

        @Override
        public Hunch hunch(String text) {
            return switch (worry(text)) {
                case NONE -> Hunch.NOTHING;
                case WATCH -> new Hunch(Understood.NONE, Severity.WATCH);
                case SERIOUS -> new Hunch(crisis(see(text)), Severity.SERIOUS);
            };
        }

        private String crisis(Seen view) {
            return model.intents(view).best(1, Prediction::isCrisis).getFirst().label();
        }
    }

    private record Reading(
            String intent, double confidence, Outcome outcome, List<String> guesses) {
        static Reading none(double confidence) {
            return new Reading(Understood.NONE, confidence, Outcome.NONE, List.of());
        }
    }

    private static Reading reading(String text, @Nullable Eyes eyes, Finding finding) {
        if (finding.intent() != null) {
            return new Reading(finding.intent(), 1, Outcome.CRISIS, List.of());
        }
        if (eyes == null) {
            return new Reading(Understood.NONE, 0, Outcome.NOT_READY, List.of());
        }
        if (saysNothing(text)) {
            return Reading.none(1);
        }
        var best = eyes.intents(text).withoutCrises().best(MOST_GUESSES + 1, _ -> true);
        return best.isEmpty() ? Reading.none(0) : judged(best, eyes.model.calibration());
    }

    private static boolean saysNothing(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static Reading judged(List<Guess> best, IntentModel.Calibration calibration) {
        var first = best.getFirst();
        if (first.label().equals(Understood.NONE) || first.chance() < calibration.guess()) {
            return Reading.none(first.chance());
        }
        if (first.chance() >= calibration.answer()) {
            return new Reading(first.label(), first.chance(), Outcome.ANSWER, List.of());
        }
        var guesses =
                best.stream()
                        .map(Guess::label)
                        .filter(label -> !label.equals(Understood.NONE))
                        .limit(MOST_GUESSES)
                        .toList();
        return new Reading(first.label(), first.chance(), Outcome.DID_YOU_MEAN, guesses);
    }

    /** The severity that an answered intent has by itself. */
    private Severity usual(Reading reading) {
        var intent = content.source().intents().get(reading.intent);
        return reading.outcome == Outcome.ANSWER && intent != null
                ? intent.severity()
                : Severity.NONE;
    }
}
