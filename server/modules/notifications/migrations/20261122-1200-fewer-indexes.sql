-- Nobody asks for the mails of an organization.
drop index notifications.mails_of_organization;
