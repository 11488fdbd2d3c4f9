package itu.cop.conversation;

import itu.cop.content.CrisisPath;
import itu.cop.content.CrisisPath.Answer;
import itu.cop.content.CrisisPath.Service;
import itu.cop.content.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words of a crisis path, in the order that its rules ask for. */
final class CrisisText {
    /** A phone shows this much on its lock screen: no risk word in it. */
    private static final int PREVIEW = 40;

    private static final int BUBBLE = 300;

    private final Lines lines;

    CrisisText(Lines lines) {
        this.lines = lines;
    }

    /** The first bubble: whom to call before anything else. */
    void first(Draft draft, Scene scene, CrisisPath path, Severity severity, boolean clear) {
        var notThat = new Choice(id("no", path, ""), scene.phrase(notThat(severity)));
        if (severity == Severity.URGENT) {
            var cannot = new Choice(id("call", path, ""), scene.phrase("crisis.cannot-call"));
            draft.say(urgent(scene, path), List.of(cannot, notThat));
        } else {
            draft.say(serious(scene, path, clear), List.of(notThat));
        }
    }

    private static String notThat(Severity severity) {
        return severity == Severity.URGENT ? "crisis.not-it" : "crisis.not-meant";
    }

    private String urgent(Scene scene, CrisisPath path) {
        var start = opening(scene, path.opening());
        var call = lines.emergency(scene, path.urgent(), path.service());
        var bot = scene.phrase("crisis.bot-line");
        int used = start.length() + call.length() + path.belief().length() + bot.length() + 4;
        var line = lines.child(scene, BUBBLE - used);
        return String.join("\n", start, call, line, path.belief(), bot);
    }

    private static String opening(Scene scene, String opening) {
        var said = opening + " " + scene.phrase("crisis.lead");
        return said.length() <= PREVIEW ? said : opening + " " + scene.phrase("crisis.lead-short");
    }

    private String serious(Scene scene, CrisisPath path, boolean clear) {
        var heard = scene.phrase(clear ? "crisis.seriously" : "crisis.help-first");
        return String.join(
                "\n",
                path.opening() + " " + heard,
                path.belief(),
                path.now(),
                "",
                lines.forPath(scene, path),
                "",
                scene.phrase("crisis.bot-line"));
    }

    /** The one question of the path; what is kept private is said before it. */
    void question(Draft draft, Scene scene, CrisisPath path) {
        var choices =
                Stream.concat(
                        path.question().answers().stream()
                                .map(a -> new Choice(id("say", path, a.id()), a.label())),
                        Stream.of(unsaid(scene, path)));
        var text = scene.phrase("crisis.privacy") + "\n\n" + path.question().asks();
        draft.ask(CrisisAnswers.QUESTION, text, choices.toList());
    }

    /** For unclear words: asks what was meant, never whether it is true. */
    void check(Draft draft, Scene scene, CrisisPath path) {
        var key = "crisis.check-" + path.id().substring("crisis/".length());
        var meant = scene.phrase(scene.hasPhrase(key) ? key : "crisis.check-other");
        draft.ask(
                CrisisAnswers.CHECK,
                scene.phrase("crisis.check", "meant", meant),
                List.of(
                        new Choice(id("check", path, "yes"), scene.phrase("yes")),
                        new Choice(id("no", path, "no"), scene.phrase("crisis.not-meant")),
                        unsaid(scene, path)));
    }

    /** For forwarded or quoted words. */
    void relayed(Draft draft, Scene scene, CrisisPath path) {
        draft.ask(
                CrisisAnswers.RELAYED,
                scene.phrase("crisis.relayed"),
                List.of(
                        new Choice(id("relayed", path, "yes"), scene.phrase("relayed.to-me")),
                        new Choice(id("relayed", path, "own"), scene.phrase("relayed.own")),
                        new Choice(id("relayed", path, "friend"), scene.phrase("relayed.friend")),
                        unsaid(scene, path)));
    }

    /** Where they are, as an offer: the one question of the turn is the path's. */
    void country(Draft draft, Scene scene) {
        if (lines.country(scene).isEmpty() && !scene.state().countryRefused()) {
            draft.say(scene.phrase("crisis.country"), CountryDialogue.choices(scene));
        }
    }

    private static Choice unsaid(Scene scene, CrisisPath path) {
        return new Choice(id("unsaid", path, ""), scene.phrase("crisis.unsaid"));
    }

    /** What to do, after the question was answered. */
    void reaction(Draft draft, Scene scene, CrisisPath path, Answer answer, Severity severity) {
        var service = answer.service() == null ? path.service() : answer.service();
        var all = new ArrayList<String>();
        all.add(scene.phrase("crisis.reaction"));
        if (severity == Severity.URGENT || answer.service() != null) {
            all.add(lines.emergency(scene, scene.phrase(key(service)), service));
        }
        all.add(answer.says());
        all.addAll(numbered(answer.steps()));
        draft.say(String.join("\n", all));
        draft.say(scene.phrase("crisis.reach") + "\n" + lines.referral(scene, path, service));
    }

    /** The way back, what hiding cannot do, something calm to do, and a choice. */
    void end(Draft draft, Scene scene, CrisisPath path) {
        var choices = new ArrayList<Choice>();
        if (!path.words().isEmpty()) {
            choices.add(new Choice(id("words", path, ""), scene.phrase("crisis.words")));
        }
        choices.add(new Choice(id("call", path, ""), scene.phrase("crisis.cannot-call")));
        choices.add(scene.option("hide", "button.hide"));
        choices.add(scene.helpButton());
        draft.say(scene.phrase("crisis.end"), choices);
        if (!path.followUp().isEmpty() && !scene.under13()) {
            draft.ask(
                    CrisisAnswers.LATER,
                    scene.phrase("crisis.later"),
                    List.of(
                            new Choice(id("later", path, "yes"), scene.phrase("yes")),
                            new Choice(id("later", path, "no"), scene.phrase("no"))));
        }
    }

    /** Ways for somebody who cannot call. */
    String withoutCalling(Scene scene, CrisisPath path) {
        var call =
                lines.number(scene, path.service())
                        .map(number -> scene.phrase("crisis.card-number", "number", number))
                        .orElseGet(() -> scene.phrase("crisis.card"));
        return scene.phrase("crisis.other-ways") + "\n" + lines.written(scene) + "\n\n" + call;
    }

    /** The lines of the country that was just told. */
    String local(Scene scene, CrisisPath path) {
        return scene.phrase("crisis.local") + "\n" + lines.referral(scene, path, path.service());
    }

    static List<String> numbered(List<String> steps) {
        var all = new ArrayList<String>();
        steps.forEach(step -> all.add((all.size() + 1) + ". " + step));
        return all;
    }

    private static String key(Service service) {
        return switch (service) {
            case AMBULANCE -> "service.ambulance";
            case POLICE -> "service.police";
            case EMERGENCY -> "service.emergency";
        };
    }

    private static String id(String verb, CrisisPath path, String end) {
        return "crisis:" + verb + ":" + path.id().substring("crisis/".length()) + ":" + end;
    }
}
