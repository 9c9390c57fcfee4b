-- Whoever has no account opens an offer by a mailed link. Of what stands behind its '#' only the hash is looked up; the rest is sealed, so
-- that a reminder brings the same link.
alter table offers.offers add link_hash bytea unique, add link text, add check ((link_hash is null) = (link is null));
