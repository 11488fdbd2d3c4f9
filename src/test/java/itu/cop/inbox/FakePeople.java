package itu.cop.inbox;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import itu.cop.channel.Peer;
import itu.cop.channel.PersonalData;
import itu.cop.person.AgeBand;
import itu.cop.person.People;
import itu.cop.person.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** People in memory. */
final class FakePeople {
    final People mock = mock(People.class);
    final List<PersonalData> keepers = new CopyOnWriteArrayList<>();
    final Set<UUID> gone = ConcurrentHashMap.newKeySet();
    private final Map<Peer, UUID> ids = new ConcurrentHashMap<>();

    FakePeople() {
        when(mock.meet(any(), any())).thenAnswer(call -> meet(call.getArgument(0)));
        when(mock.known(any()))
                .thenAnswer(call ->
                        Optional.ofNullable(ids.get(call.<Peer>getArgument(0))).map(this::person));
        when(mock.find(any()))
                .thenAnswer(call ->
                        peer(call.getArgument(0)).map(_ -> person(call.<UUID>getArgument(0))));
        when(mock.address(any())).thenAnswer(call -> peer(call.getArgument(0)));
        when(mock.key(any()))
                .thenAnswer(
                        call -> call.<Peer>getArgument(0).id().getBytes(StandardCharsets.UTF_8));
        doAnswer(call ->
                        call.<Boolean>getArgument(1)
                                ? gone.add(call.getArgument(0))
                                : gone.remove(call.getArgument(0)))
                .when(mock)
                .gone(any(), anyBoolean());
        doAnswer(call -> erase(call.getArgument(0))).when(mock).erase(any());
    }

    UUID id(String who) {
        return ids.computeIfAbsent(InboxBench.peer(who), _ -> UUID.randomUUID());
    }

    private Person meet(Peer peer) {
        var id = ids.computeIfAbsent(peer, _ -> UUID.randomUUID());
        gone.remove(id);
        return person(id);
    }

    private Optional<Peer> peer(UUID id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private @org.jspecify.annotations.Nullable Object erase(UUID id) {
        keepers.forEach(keeper -> keeper.erase(id));
        ids.values().remove(id);
        return null;
    }

    private Person person(UUID id) {
        var met = Instant.parse("2026-11-01T00:00:00Z");
        return new Person(
                id,
                InboxBench.CHANNEL,
                "Blue Otter",
                "en",
                null,
                null,
                AgeBand.NOT_SAID,
                null,
                gone.contains(id),
                met,
                met);
    }
}
