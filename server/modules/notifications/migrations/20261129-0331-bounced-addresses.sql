-- Which addresses give mail back: what goes to them does not count as arrived.
create index mails_bounced on notifications.mails (recipient, created_at) where state = 'bounced';
