-- What came in, and timers: one ordered queue a person. WAITING, then DONE or DEAD; HELD is a piece
-- of text that waits for the rest of it, and is answered together with that.
create table inbox (
    id          uuid primary key,
    sequence    bigint generated always as identity,
    channel     text not null,
    external_id text not null,
    peer_key    bytea not null,               -- People.key: whose it is, without saying who
    person_id   uuid,                         -- known once it is answered
    kind        text not null,
    payload     bytea,                        -- sealed; null once its time is over, and for timers
    received_at timestamptz not null,
    due_at      timestamptz not null,
    attempts    integer not null default 0,
    state       text not null default 'WAITING' check (state in ('WAITING', 'HELD', 'DONE', 'DEAD')),
    reason      text,
    done_at     timestamptz,
    unique (channel, external_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

create index inbox_due on inbox (due_at, sequence) where state = 'WAITING';
create index inbox_order on inbox (peer_key, sequence) where state = 'WAITING';
create index inbox_person on inbox (person_id, received_at);
create index inbox_peer on inbox (peer_key, received_at);
create index inbox_received on inbox (received_at);
create index inbox_dead on inbox (sequence) where state = 'DEAD';

-- What a conversation remembers between turns.
create table dialogue_state (
    person_id  uuid primary key,
    state      bytea not null,                -- sealed JSON
    updated_at timestamptz not null
);
