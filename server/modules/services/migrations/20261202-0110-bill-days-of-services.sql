-- The day of the month a service is billed on, as its plan said when it was agreed: {"day", "togetherFrom"}; null: the day it began. `anchor_on` is
-- then such a day, not after it began.
alter table services.services add column bill_day jsonb;
grant select (bill_day) on services.services to clientarea_portal;
