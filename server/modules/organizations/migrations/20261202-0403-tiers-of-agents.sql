-- Agents can be kept for the clients of some tiers.
alter table organizations.tier_uses drop constraint tier_uses_kind_check;
alter table organizations.tier_uses add constraint tier_uses_kind_check
  check (kind in ('policy', 'rule', 'escalation_rule', 'rate', 'agent'));
