-- How it reached its reader: texts to phones lie beside the mails.
alter table notifications.mails add column channel text not null default 'email' check (channel in ('email', 'sms', 'whatsapp'));
