create table person (
    id uuid primary key,
    channel text not null,
    -- who it is, and yet nobody can tell: a keyed hash to find them by, and the sealed address
    address_key bytea not null unique,
    address bytea not null,
    pseudonym text not null,
    language text not null,
    country text,
    zone text,
    age text not null default 'NOT_SAID',
    source text,
    gone boolean not null default false,
    met_at timestamptz not null,
    last_seen_at timestamptz not null
);
create index person_pseudonym on person (pseudonym);
create index person_last_seen on person (last_seen_at);

-- every answer is kept: the last one counts, the ones before prove it
create table consent (
    id bigint generated always as identity primary key,
    person_id uuid not null references person on delete cascade,
    purpose text not null,
    given boolean not null,
    at timestamptz not null
);
create index consent_of_person on consent (person_id, purpose, id);

create table quiz_result (
    id bigint generated always as identity primary key,
    person_id uuid not null references person on delete cascade,
    quiz text not null,
    right_answers integer not null,
    questions integer not null,
    at timestamptz not null
);
create index quiz_result_of_person on quiz_result (person_id);
