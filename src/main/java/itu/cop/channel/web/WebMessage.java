package itu.cop.channel.web;

import itu.cop.channel.Outbound;
import java.time.Instant;
import java.util.List;

/**
 * One message of a browser session.
 *
 * @param id grows with every message: what the page has seen ends at one
 * @param key the letter's id, or the id the page gave: a repeat is recognised by it
 * @param mine written by the person
 */
record WebMessage(
        long id, String key, boolean mine, boolean sensitive, Body body, Instant createdAt) {
    /** What is sealed. */
    record Body(String text, List<Outbound.Button> buttons) {
        Body {
            buttons = List.copyOf(buttons);
        }
    }

    /** As the page and its script read it. */
    View view() {
        return new View(
                id,
                key,
                mine,
                TextPart.of(body.text(), !mine),
                body.buttons().stream()
                        .map(it -> new Outbound.Button(it.id(), TextPart.clean(it.label())))
                        .toList());
    }

    /** Ready to be shown: no control characters, links marked. */
    record View(
            long id,
            String key,
            boolean mine,
            List<TextPart> parts,
            List<Outbound.Button> buttons) {}
}
