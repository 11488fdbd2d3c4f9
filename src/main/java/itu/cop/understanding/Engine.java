package itu.cop.understanding;

import itu.cop.content.Content;
import itu.cop.content.Severity;
import itu.cop.understanding.RiskGate.Finding;
import itu.cop.understanding.RiskGate.Hunch;
import itu.cop.understanding.Understood.Outcome;
import itu.cop.understanding.model.IntentModel;
import itu.cop.understanding.model.Prediction;
import itu.cop.understanding.model.Prediction.Guess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that understands one version of the content. Immutable. */
final class Engine {
    private static final int MOST_GUESSES = 3;
    private static final int LEAST_FOR_HUNCH = 2;

    private final Content content;
    private final Map<String, IntentModel> models;
    private final Map<String, RiskGate> gates = new HashMap<>();
    private final Cues cues;
    private final GateLimit limit;

    /** Models by language; a language without one is only looked at by its gate. */
    Engine(Content content, Map<String, IntentModel> models, GateLimit limit) {
        this.content = content;
        this.models = Map.copyOf(models);
        this.limit = limit;
        this.cues = new Cues(content);
        content.languages().forEach((tag, one) -> gates.put(tag, new RiskGate(one.gate())));
    }

    /** The content it was made for. */
    Content content() {
        return content;
    }

    boolean ready() {
        return !models.isEmpty();
    }

    /** The models, to go on with while newer ones are trained. */
    Map<String, IntentModel> models() {
        return models;
    }

    /** Patterns that cannot be read, with the id of each. */
    List<String> problems() {
        return gates.values().stream().flatMap(gate -> gate.problems().stream()).toList();
    }

    /** Language, risk and intent. */
    Understood read(Utterance said) {
        var text = Normaliser.normalise(said.text());
        var language = cues.language(said.text() + " " + text, said.language());
        var model = models.get(language);
        var finding = limit.within(() -> risk(said, language, model));
        var reading = reading(text, model, finding);
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
        return gates.values().stream()
                .map(gate -> gate.look(said, _ -> Hunch.NOTHING))
                .anyMatch(finding -> finding.severity().isCrisis());
    }

    /** The worst of what the gate of this language and the English one see. */
    private Finding risk(Utterance said, String language, @Nullable IntentModel model) {
        var own = gate(language).look(said, text -> hunch(text, model));
        if (language.equals(Content.SOURCE_LANGUAGE)) {
            return own;
        }
        var english = gate(Content.SOURCE_LANGUAGE).look(said, _ -> Hunch.NOTHING);
        return own.severity().compareTo(english.severity()) >= 0 ? own : english;
    }

    private RiskGate gate(String language) {
        return Objects.requireNonNull(gates.get(language));
    }

    private static Hunch hunch(String text, @Nullable IntentModel model) {
        if (model == null || text.split(" ", LEAST_FOR_HUNCH + 1).length < LEAST_FOR_HUNCH) {
            return Hunch.NOTHING;
        }
        var prediction = model.predict(text);
        var chance = prediction.sum(Prediction::isCrisis);
        var best = prediction.best(1, Prediction::isCrisis);
        if (best.isEmpty() || chance < model.calibration().watch()) {
            return Hunch.NOTHING;
        }
        var serious = chance >= model.calibration().serious();
        return new Hunch(best.getFirst().label(), serious ? Severity.SERIOUS : Severity.WATCH);
    }

    private record Reading(
            String intent, double confidence, Outcome outcome, List<String> guesses) {
        static Reading none(double confidence) {
            return new Reading(Understood.NONE, confidence, Outcome.NONE, List.of());
        }
    }

    private static Reading reading(String text, @Nullable IntentModel model, Finding finding) {
        if (finding.intent() != null) {
            return new Reading(finding.intent(), 1, Outcome.CRISIS, List.of());
        }
        if (model == null) {
            return new Reading(Understood.NONE, 0, Outcome.NOT_READY, List.of());
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Reading.none(1);
        }
        var prediction = model.predict(text);
        var best = prediction.best(MOST_GUESSES + 1, label -> !Prediction.isCrisis(label));
        return best.isEmpty() ? Reading.none(0) : judged(best, model.calibration());
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
