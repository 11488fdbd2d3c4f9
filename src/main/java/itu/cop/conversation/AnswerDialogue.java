package itu.cop.conversation;

import itu.cop.content.Intent;
import itu.cop.content.Intent.Door;
import itu.cop.content.Language;
import itu.cop.content.Platform.Section;
import itu.cop.content.Severity;
import itu.cop.conversation.State.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reviewed answers: behind the right door, with the card of a platform, shorter on request. */
final class AnswerDialogue {
    private static final int LONGEST = 700;
    private static final int SHORT_STEPS = 2;

    private final WellbeingCheck check;

    AnswerDialogue(WellbeingCheck check) {
        this.check = check;
    }

    Optional<Draft> take(Scene scene) {
        return platform(scene)
                .or(() -> door(scene))
                .or(() -> simpler(scene))
                .or(() -> scene.intent().flatMap(scene::find).map(found -> answer(scene, found)));
    }

    private Draft answer(Scene scene, Intent intent) {
        return intent.id().startsWith("bot/")
                ? plain(scene, intent)
                : answer(scene, intent, door(scene, intent));
    }

    /** An answer of one text, as the bot's own intents have. */
    static Draft plain(Scene scene, Intent intent) {
        var adult = intent.id().equals("bot/adult");
        var draft = new Draft(scene);
        if (adult) {
            draft.next.topic = new Topic(intent.id(), Door.ADULT, null);
        }
        sayIfUntranslated(draft, scene, intent);
        return draft.say(intent.answer(Door.ME).validate(), Draft.offers(scene, intent.buttons()));
    }

    private Optional<Draft> door(Scene scene) {
        var part = scene.choice("door:").orElse("").split(":", -1);
        return Stream.of(Door.values())
                .filter(door -> part.length == 2 && key(door).equals(part[1]))
                .findFirst()
                .flatMap(door -> scene.find(part[0]).map(found -> answer(scene, found, door)));
    }

    private Draft answer(Scene scene, Intent intent, Door door) {
        var shown = intent.answer().containsKey(door) ? door : Door.ME;
        var platform = platformNamed(scene);
        var watch = intent.severity().or(scene.severity()) == Severity.WATCH;
        var draft = new Draft(scene);
        if (isSensitive(intent)) {
            draft.sensitive();
        }
        draft.next.topic = new Topic(intent.id(), shown, platform);
        sayIfUntranslated(draft, scene, intent);
        draft.say(text(scene, intent, intent.answer(shown), watch), choices(scene, intent, shown));
        if (watch) {
            draft.button(scene.helpButton());
        }
        card(scene, intent, platform).ifPresent(draft::say);
        check.ask(draft, scene, intent, watch);
        return draft;
    }

    /** Says so where the answer comes in another language than the person's. */
    private static void sayIfUntranslated(Draft draft, Scene scene, Intent intent) {
        if (!scene.language().intents().containsKey(intent.id())) {
            draft.say(scene.phrase("language.untranslated"));
        }
    }

    private static boolean isSensitive(Intent intent) {
        return intent.id().startsWith("risk/") || intent.id().startsWith("wellbeing/");
    }

    private static Door door(Scene scene, Intent intent) {
        var topic = scene.state().topic();
        var said = scene.said().map(event -> event.understood().door()).orElse(Door.ME);
        var last = topic == null ? Door.ME : topic.door();
        var isAdult = scene.person().age() == itu.cop.person.AgeBand.ADULT || last == Door.ADULT;
        if (said == Door.ME && isAdult) {
            return Door.ADULT;
        }
        var goesOn = scene.said().isEmpty() && !intent.id().startsWith("rights/");
        return goesOn ? last : said;
    }

    private static List<Choice> choices(Scene scene, Intent intent, Door shown) {
        var doors =
                Stream.of(Door.values())
                        .filter(door -> door != shown && intent.answer().containsKey(door))
                        .map(door -> door(scene, intent.id(), door))
                        .toList();
        var room = Draft.MOST_CHOICES - doors.size();
        var next = Draft.offers(scene, intent.buttons()).stream().limit(room);
        return Stream.concat(next, doors.stream()).toList();
    }

    private static Choice door(Scene scene, String intent, Door door) {
        return scene.option("door:" + intent + ":" + key(door), "door." + key(door));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answer; the article, then the right give way where it would be too long. */
    static String text(Scene scene, Intent intent, Intent.Answer answer, boolean watch) {
        var article = scene.careful() ? null : intent.article();
        var caring = watch ? scene.phrase("answer.caring") : null;
        var right = answer.right();
        var cited = right == null || article == null ? right : right + " (" + article + ")";
        return Stream.of(whole(answer, cited, caring), whole(answer, right, caring))
                .filter(text -> text.length() <= LONGEST)
                .findFirst()
                .orElseGet(() -> whole(answer, null, caring));
    }

    private static String whole(
            Intent.Answer answer, @Nullable String right, @Nullable String caring) {
        var parts = new ArrayList<String>();
        parts.add(answer.validate());
        parts.add(String.join("\n", CrisisText.numbered(answer.steps())));
        Stream.of(right, answer.referral(), caring)
                .forEach(part -> parts.add(part == null ? "" : part));
        return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static @Nullable String platformNamed(Scene scene) {
        var topic = scene.state().topic();
        var said = scene.said();
        if (said.isPresent()) {
            return said.get().understood().platform();
        }
        return topic == null ? null : topic.platform();
    }

    /** The part of the platform's card that belongs to the answer. */
    private static Optional<String> card(Scene scene, Intent intent, @Nullable String platform) {
        var own = intent.platformSection();
        var section = own == null && intent.id().startsWith("risk/") ? Section.REPORT : own;
        return platform == null || section == null
                ? Optional.empty()
                : card(scene, platform, section);
    }

    private static Optional<String> card(Scene scene, String name, Section section) {
        var platform = scene.find(Language::platforms, name).orElse(null);
        if (platform == null || !platform.steps().containsKey(section)) {
            return Optional.empty();
        }
        var title = scene.phrase("section." + key(section), "platform", platform.title());
        var steps = CrisisText.numbered(platform.steps().getOrDefault(section, List.of()));
        return Optional.of(title + "\n" + String.join("\n", steps));
    }

    private static Optional<Draft> platform(Scene scene) {
        var part = scene.choice("platform:").orElse("").split(":", -1);
        return Stream.of(Section.values())
                .filter(section -> part.length == 2 && key(section).equals(part[1]))
                .findFirst()
                .flatMap(section -> card(scene, part[0], section))
                .map(card ->
                        new Draft(scene)
                                .say(card, List.of(scene.menuButton(), scene.helpButton())));
    }

    /** The last answer again, shorter. */
    private static Optional<Draft> simpler(Scene scene) {
        var topic = scene.state().topic();
        if (topic == null || !(scene.asksFor("bot/simpler") || scene.chose("simpler"))) {
            return Optional.empty();
        }
        return scene.find(topic.intent())
                .filter(intent -> !intent.id().startsWith("bot/"))
                .map(intent -> shorter(scene, intent, topic.door()));
    }

    private static Draft shorter(Scene scene, Intent intent, Door door) {
        var answer = intent.answer(door);
        var steps = answer.steps().stream().limit(SHORT_STEPS).toList();
        var easy = intent.easy();
        var text =
                easy == null || door != Door.ME
                        ? String.join("\n", CrisisText.numbered(steps))
                        : easy;
        var draft = new Draft(scene);
        if (isSensitive(intent)) {
            draft.sensitive();
        }
        return draft.say(text, List.of(scene.helpButton(), scene.menuButton()));
    }
}
