package itu.cop.conversation;

import itu.cop.content.Language;
import itu.cop.content.Quiz;
import itu.cop.content.TipTheme;
import itu.cop.conversation.State.Game;
import itu.cop.conversation.State.Suspended;
import itu.cop.person.Fact;
import itu.cop.person.Fact.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the campaign offers besides answers: quizzes, tips, and messages now and then. */
final class PlayDialogue {
    /** The age is asked because messages were asked for. */
    static final String AGE_FIRST = "age:subscribe";

    private static final String QUIZ = "quiz";
    private static final String SUBSCRIBE = "subscribe";

    PlayDialogue() {}

    /** The quiz on its way: an answer to its question, or the wish to go on. */
    Optional<Draft> quiz(Scene scene) {
        var chosen = scene.choice("quiz:");
        if (chosen.isPresent()) {
            return Optional.of(isOff(scene) ? off(scene) : pressed(scene, chosen.get()));
        }
        var game = scene.state().game();
        if (game == null || !scene.state().pending().equals(QUIZ) || !isNothingElse(scene)) {
            return Optional.empty();
        }
        return Optional.of(notAnOption(scene, game));
    }

    private static boolean isNothingElse(Scene scene) {
        return scene.said().isPresent()
                && scene.choice().isEmpty()
                && scene.intent().isEmpty()
                && scene.command().isEmpty()
                && !scene.hears("menu");
    }

    private static boolean isOff(Scene scene) {
        return scene.careful() || scene.under13();
    }

    private static Draft off(Scene scene) {
        var why = scene.careful() ? "play.later" : "play.under-13";
        return new Draft(scene)
                .say(scene.phrase(why), Draft.offers(scene, List.of("bot/help", "bot/helpline")));
    }

    private static Draft pressed(Scene scene, String id) {
        var part = id.split(":", -1);
        if (id.equals("go-on")) {
            var game = scene.state().game();
            return game == null ? choose(scene) : show(new Draft(scene), scene, game);
        }
        if (part.length == 1) {
            return show(new Draft(scene), scene, new Game(part[0], 0, 0));
        }
        var game = scene.state().game();
        if (game == null) {
            return choose(scene);
        }
        return isCurrent(game, part)
                ? answered(scene, game, part[2])
                : show(new Draft(scene), scene, game);
    }

    private static boolean isCurrent(Game game, String[] part) {
        return part.length == 3
                && part[2].length() == 1
                && part[0].equals(game.quiz())
                && part[1].equals(String.valueOf(game.question()));
    }

    private static Draft choose(Scene scene) {
        return scene.find("bot/quiz")
                .map(intent -> AnswerDialogue.plain(scene, intent))
                .orElseGet(() -> off(scene));
    }

    private static Optional<Quiz> quiz(Scene scene, Game game) {
        return scene.find(Language::quizzes, game.quiz())
                .filter(quiz -> game.question() < quiz.questions().size());
    }

    private static Draft show(Draft draft, Scene scene, Game game) {
        var quiz = quiz(scene, game);
        if (quiz.isEmpty()) {
            draft.next.game = null;
            return draft.say(scene.phrase("quiz.gone"), List.of(scene.menuButton()));
        }
        draft.next.game = game;
        return draft.ask(QUIZ, asks(scene, quiz.get(), game), options(quiz.get(), game));
    }

    private static String asks(Scene scene, Quiz quiz, Game game) {
        var number = String.valueOf(game.question() + 1);
        var of = String.valueOf(quiz.questions().size());
        return scene.phrase("quiz.question", "n", number, "of", of)
                + "\n"
                + quiz.questions().get(game.question()).asks();
    }

    private static List<Choice> options(Quiz quiz, Game game) {
        var choices = new ArrayList<Choice>();
        for (var option : quiz.questions().get(game.question()).options()) {
            var id = String.join(":", QUIZ, quiz.name(), String.valueOf(game.question()));
            choices.add(new Choice(id + ":" + choices.size(), option.label()));
        }
        return choices;
    }

    /** The question that a crisis interrupted. */
    static Optional<String> interrupted(Scene scene, @Nullable Suspended before) {
        var game = scene.state().game();
        if (before == null || game == null || !before.pending().equals(QUIZ)) {
            return Optional.empty();
        }
        return quiz(scene, game).map(quiz -> asks(scene, quiz, game));
    }

    private static Draft answered(Scene scene, Game game, String option) {
        var draft = new Draft(scene);
        var quiz = quiz(scene, game);
        var options = quiz.map(q -> q.questions().get(game.question()).options()).orElse(List.of());
        int index = Character.digit(option.charAt(0), 10);
        if (quiz.isEmpty() || index < 0 || index >= options.size()) {
            return show(draft, scene, game);
        }
        var chosen = options.get(index);
        draft.say(chosen.feedback());
        var right = game.right() + (chosen.right() ? 1 : 0);
        var next = new Game(game.quiz(), game.question() + 1, right);
        return next.question() < quiz.get().questions().size()
                ? show(draft, scene, next)
                : finished(draft, scene, next);
    }

    private static Draft finished(Draft draft, Scene scene, Game game) {
        var right = String.valueOf(game.right());
        var of = String.valueOf(game.question());
        draft.next.game = null;
        draft.remember(
                new Fact.QuizResult(game.quiz(), game.right(), game.question(), scene.now()));
        return draft.say(
                scene.phrase("quiz.end", "right", right, "of", of),
                Draft.offers(scene, List.of("bot/quiz", "bot/tip", "bot/help")));
    }

    private static Draft notAnOption(Scene scene, Game game) {
        var draft = new Draft(scene).say(scene.phrase("quiz.pick"));
        show(draft, scene, game).button(scene.menuButton());
        return draft;
    }

    /** Quizzes and tips to choose from, tips themselves. */
    Optional<Draft> offer(Scene scene) {
        var wanted =
                scene.choice("tip:")
                        .map(theme -> tip(scene, theme))
                        .or(() -> list(scene, "bot/quiz", QUIZ))
                        .or(() -> list(scene, "bot/tip", "tip"));
        return wanted.map(draft -> isOff(scene) ? off(scene) : draft);
    }

    private static Optional<Draft> list(Scene scene, String intent, String command) {
        return scene.asksFor(intent) || scene.command(command)
                ? scene.find(intent).map(found -> AnswerDialogue.plain(scene, found))
                : Optional.empty();
    }

    private static Draft tip(Scene scene, String name) {
        var theme = scene.find(Language::tips, name).orElse(null);
        if (theme == null || theme.tips().isEmpty()) {
            return new Draft(scene).say(scene.phrase("tip.none"), List.of(scene.menuButton()));
        }
        var seen = scene.state().tips();
        var tip = unseen(theme, seen);
        var draft = new Draft(scene);
        var all = new ArrayList<>(seen);
        all.remove(tip.id());
        all.add(tip.id());
        draft.next.tips = all;
        var more = scene.option("tip:" + name, "tip.more");
        return draft.say(tip.says(), List.of(more, scene.menuButton()));
    }

    /** One not seen yet; after all of them, the one seen longest ago. */
    private static TipTheme.Tip unseen(TipTheme theme, List<String> seen) {
        return theme.tips().stream()
                .min(Comparator.comparingInt(tip -> seen.indexOf(tip.id())))
                .orElseThrow();
    }

    /** Messages now and then: only to those who said that they are 13 to 18. */
    Optional<Draft> subscribe(Scene scene) {
        var answer = scene.choice(SUBSCRIBE + ":");
        if (answer.isEmpty() && !scene.asksFor("bot/subscribe")) {
            return Optional.empty();
        }
        var draft = new Draft(scene);
        if (isOff(scene)) {
            return Optional.of(off(scene));
        }
        switch (scene.person().age()) {
            case ADULT -> draft.say(scene.phrase("subscribe.adult"), List.of(scene.menuButton()));
            case FROM_13_TO_15, FROM_16_TO_18 -> decide(draft, scene, answer.orElse(""));
            default -> PersonalDialogue.askAge(draft, scene, AGE_FIRST);
        }
        return Optional.of(draft);
    }

    private static void decide(Draft draft, Scene scene, String answer) {
        switch (answer) {
            case "" -> askToSubscribe(draft, scene);
            case "no" -> draft.say(scene.phrase("subscribe.no"), List.of(scene.menuButton()));
            default -> {
                draft.remember(new Fact.Consent(Purpose.TIPS, true));
                if (answer.equals("yes")) {
                    draft.remember(new Fact.Consent(Purpose.BROADCASTS, true));
                }
                draft.next.stopped = false;
                draft.say(scene.phrase("subscribe.done"), List.of(scene.menuButton()));
            }
        }
    }

    static void askToSubscribe(Draft draft, Scene scene) {
        var yes = scene.option("subscribe:yes", "subscribe.yes");
        var tips = scene.option("subscribe:tips", "subscribe.tips");
        var no = scene.option("subscribe:no", "no");
        draft.ask(SUBSCRIBE, scene.phrase("subscribe.ask"), List.of(yes, tips, no));
    }
}
