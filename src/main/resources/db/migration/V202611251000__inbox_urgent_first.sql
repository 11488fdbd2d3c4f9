-- A text in which the risk patterns see danger is answered before those that came earlier from others.
alter table inbox add column urgent boolean not null default false;
drop index inbox_due;
create index inbox_due on inbox (urgent desc, due_at, sequence) where state = 'WAITING';
