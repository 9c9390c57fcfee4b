-- A key is found by its id alone where its organization is not known.
create unique index api_keys_by_id on organizations.api_keys (id);
