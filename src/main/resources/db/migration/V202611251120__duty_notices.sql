-- What staff are to be told of: written with the case, sent after. Case and severity only.
create table duty_notice (
    id uuid primary key,
    case_id uuid not null references moderation_case on delete cascade,
    severity smallint not null,
    pager text not null,
    created_at timestamptz not null,
    -- of an unsent one: when to try next; a claim moves it on, so that a killed process loses none
    due_at timestamptz not null,
    attempts integer not null default 0,
    sent_at timestamptz
);
create index duty_notice_unsent on duty_notice (pager, due_at) where sent_at is null;
create index duty_notice_of_case on duty_notice (case_id);
-- How the last notice by each way went; failure is empty when it arrived.
create table duty_pager (
    pager text primary key,
    failure text,
    tried_at timestamptz not null
);
