-- Ids of buttons that are longer than Telegram's 64 bytes, sealed, by a hash of them.
create table telegram_button (
    code     text primary key,
    id       bytea       not null,
    shown_at timestamptz not null
);
-- Updates that could not be read, sealed; only the update's number and the class of the error are in clear.
create table telegram_unread (
    id          uuid primary key,
    update_id   bigint unique,
    error       text        not null,
    body        bytea       not null,
    received_at timestamptz not null
);
create index telegram_unread_by_age on telegram_unread (received_at);
-- Which replica fetches updates, and until when it may without saying so again.
create table telegram_lease (
    role   text primary key,
    holder uuid        not null,
    until  timestamptz not null
);
-- What was last registered with Telegram, as a keyed hash.
create table telegram_webhook (
    one        boolean primary key default true check (one),
    registered bytea not null
);
