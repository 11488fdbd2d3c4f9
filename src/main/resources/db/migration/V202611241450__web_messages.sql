-- What a browser session shows: gone after 30 idle minutes. The session is a keyed hash, the body is sealed.
create table web_message (
    id         bigint generated always as identity primary key,
    peer       bytea       not null,
    key        text        not null,
    mine       boolean     not null,
    sensitive  boolean     not null,
    body       bytea       not null,
    created_at timestamptz not null,
    unique (peer, key)
);
create index web_message_by_peer on web_message (peer, id);
create index web_message_by_age on web_message (created_at);
