create table moderation_case (
    id uuid primary key,
    -- empty after the person was erased: an open case stays, without a link to anybody
    person_id uuid,
    pseudonym text,
    language text,
    country text,
    severity smallint not null check (severity between 0 and 3),
    intent text not null,
    clear boolean not null,
    status text not null default 'OPEN' check (status in ('OPEN', 'HELD', 'CLOSED')),
    opened_at timestamptz not null,
    updated_at timestamptz not null,
    writer_says_no_at timestamptz,
    unlinked_at timestamptz
);
create unique index moderation_case_of_person on moderation_case (person_id) where status <> 'CLOSED';
create index moderation_case_closed on moderation_case (person_id) where status = 'CLOSED';
create index moderation_case_unlinked on moderation_case (unlinked_at) where unlinked_at is not null;
