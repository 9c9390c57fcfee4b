-- SAML beside OpenID Connect. A sign-in that nobody here began is never taken, so no connection allows it.
alter table sso.connections
  drop column allows_unasked,
  -- SAML: the attributes with somebody's address (null: the name ID is one) and name
  add column mail_attribute text check (length(mail_attribute) <= 200),
  add column name_attribute text check (length(name_attribute) <= 200);

-- SAML: what the provider made the browser post here, until the page that this leads to asks for it with its own cookie
alter table sso.attempts add column answer_sealed text;
