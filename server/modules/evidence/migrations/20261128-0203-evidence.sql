-- What is said to a bank about one disputed payment: collected from the records, chosen and completed by staff, and frozen once it is sent.
create table evidence.packs (
  organization_id uuid not null,
  id uuid not null,
  dispute_id uuid not null,
  -- what the records said when they were read, by part (contract.ts)
  collected jsonb not null,
  collected_at timestamptz not null,
  collected_by uuid not null references identity.people (id),
  -- those of it that are told
  parts text[] not null,
  language text not null check (language in ('id', 'en')),
  statement text not null default '' check (length(statement) <= 20000),
  -- `sending`: frozen, and the gateway has not said yet that it took it
  state text not null default 'draft' check (state in ('draft', 'sending', 'sent')),
  frozen_at timestamptz,
  frozen_by uuid references identity.people (id),
  sent_at timestamptz,
  -- the files as they were sent, and their SHA-256 in hex
  document_id uuid,
  document_hash text check (document_hash ~ '^[0-9a-f]{64}$'),
  archive_id uuid,
  archive_hash text check (archive_hash ~ '^[0-9a-f]{64}$'),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (id),
  unique (dispute_id),
  foreign key (organization_id, dispute_id) references payments.disputes (organization_id, id),
  check ((state = 'draft') = (frozen_at is null)),
  check ((state = 'sent') = (sent_at is not null)),
  check (num_nulls(frozen_at, frozen_by, document_id, document_hash, archive_id, archive_hash) in (0, 6))
);
select kernel.staff_only('evidence.packs');

-- What was sent stays as it was.
create function evidence.keep_sent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'sent' or (old.state = 'sending' and new.state <> 'draft'
    and (new.collected, new.parts, new.language, new.statement, new.document_id, new.document_hash, new.archive_id, new.archive_hash)
      is distinct from (old.collected, old.parts, old.language, old.statement, old.document_id, old.document_hash, old.archive_id, old.archive_hash)) then
    raise exception 'evidence that was sent is never changed';
  end if;
  return new;
end $$;
create trigger keep_sent before update or delete on evidence.packs for each row execute function evidence.keep_sent();
