-- Whoever makes a role of requests or jobs run a statement of theirs shall not get hold of what opens everything else. The server reads
-- the keys as the owner, before it takes a role.
revoke all on kernel.data_keys from clientarea_portal, clientarea_system;
