-- Messages on their way out. WAITING and CLAIMED are unsent; every other state is final:
-- SENT, UNKNOWN (it may have arrived), HIDDEN (a neutral opener went instead), SHOWN (its opener was
-- pressed), GONE (the person left), EXPIRED, DEAD (refused).
create table outbox (
    id           uuid primary key,
    sequence     bigint generated always as identity,
    person_id    uuid not null,
    address      bytea,                       -- sealed; only of a farewell, whose person is erased
    channel      text not null,
    lane         smallint not null check (lane between 0 and 3),
    payload      bytea,                       -- sealed; null once its time is over
    sensitive    boolean not null,
    answers_at   timestamptz,
    expires_at   timestamptz,
    state        text not null default 'WAITING' check (state in ('WAITING', 'CLAIMED', 'SENT',
                     'UNKNOWN', 'HIDDEN', 'SHOWN', 'GONE', 'EXPIRED', 'DEAD')),
    attempts     integer not null default 0,
    due_at       timestamptz not null,
    leased_by    uuid,
    leased_until timestamptz,
    external_id  text,
    reason       text,
    created_at   timestamptz not null,
    sent_at      timestamptz
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

create index outbox_waiting on outbox (channel, lane, sequence) where state = 'WAITING';
create index outbox_unsent on outbox (person_id, lane, sequence) where state in ('WAITING', 'CLAIMED');
create index outbox_leases on outbox (leased_until) where state = 'CLAIMED';
create index outbox_expiring on outbox (expires_at) where state in ('WAITING', 'HIDDEN');
create index outbox_person on outbox (person_id, created_at);
create index outbox_created on outbox (created_at);
create index outbox_farewells on outbox (state) where address is not null;
create index outbox_dead on outbox (sequence) where state in ('DEAD', 'UNKNOWN');

-- When a channel may next send, shared by all replicas.
create table outbox_budget (
    channel   text primary key,
    next_free timestamptz not null default 'epoch'
);

-- Lanes that a channel asked to leave alone for a while.
create table outbox_pause (
    channel text not null,
    lane    smallint not null,
    until   timestamptz not null,
    primary key (channel, lane)
);
