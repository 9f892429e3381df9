-- Which rows exist for whom. Idempotent; runs after every migration.
-- The law is the list below, one block a room: table, verbs (s select, i insert, u update), roles, reach. Rows of one table and verb add up.
-- What is not listed does not exist for anyone. Barred officers are denied first, by a restrictive policy.
-- Reaches: all, county, organisation, shared, assigned, desk, opened, file, glass, own, account (see src/access/policy/grant.ts), and of a session:
-- Reaches: all, county, organisation, shared, assigned, opened, file, glass, own, account, caller (see src/access/policy/grant.ts), and of a session:
-- Reaches: all, county, organisation, shared, assigned, desk, county-desk, opened, file, glass, own, account (see src/access/policy/grant.ts), and of a session:
-- seat (one's own rows of a conversation, within its days), seat-blind (the same, until all marks are in), seated (rows opened to the panel, within
-- its days), assigned-agreed (files carried, once the panel agreed).
create temporary table law (place serial, table_name text, verbs text, roles text, reach text) on commit drop;

-- platform
insert into law (table_name, verbs, roles, reach) values
  ('platform.receipt', 'si', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'account'),
  ('platform.history', 'i', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('platform.history', 's', 'service', 'all'),
  ('platform.history', 's', 'PO AU', 'all'),
  ('platform.history', 's', 'CA EX AG IN GD MO OR', 'account'),
  ('platform.history', 's', 'GD AG', 'opened'),
  ('platform.history', 's', 'W', 'own'),
  ('platform.touched', 'i', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('platform.touched', 's', 'service', 'all'),
  ('platform.repointed', 'si', 'service', 'all'),
  ('platform.message', 'siu', 'service', 'all'),
  ('platform.message', 'i', 'GD AD', 'all'),
  ('platform.message', 'su', 'AD', 'all'),
  ('platform.file', 'siu', 'service', 'all'),
  ('platform.file', 'si', 'GD', 'assigned'),
  ('platform.file', 'si', 'AG', 'organisation'),
  ('platform.file', 's', 'PO', 'file'),
  ('platform.file', 's', 'W', 'own'),
  ('platform.root_key', '', '', 'all');

-- access
insert into law (table_name, verbs, roles, reach) values
  ('access.assignment', 'siu', 'AD service', 'all'),
  ('access.assignment', 'su', 'PO', 'all'),
  ('access.assignment', 's', 'CA EX AG IN GD MO OR AU PU', 'account'),
  ('access.invitation', 'siu', 'AD service', 'all'),
  ('access.pin', 'siu', 'GD', 'assigned'),
  ('access.pin', 'su', 'W', 'own');

-- territory
insert into law (table_name, verbs, roles, reach) values
  ('territory.division', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('territory.boundary', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all');

-- plan
insert into law (table_name, verbs, roles, reach) values
  ('plan.plan', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('plan.plan', 'u', 'PO', 'all'),
  ('plan.plan', 'iu', 'service', 'all'),
  ('plan.goal', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('plan.goal', 'i', 'PO', 'all'),
  ('plan.goal', 'iu', 'service', 'all'),
  ('plan.phase', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('plan.phase', 'i', 'PO', 'all'),
  ('plan.phase', 'iu', 'service', 'all'),
  ('plan.edition', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('plan.edition', 'i', 'PO service', 'all'),
  ('plan.pilot_county', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('plan.pilot_county', 'i', 'PO', 'all'),
  ('plan.pilot_county', 'iu', 'service', 'all'),
  ('plan.quota', 's', 'PO EX AG IN GD MO AU AD service', 'all'),
  ('plan.quota', 's', 'CA', 'county'),
  ('plan.quota', 'iu', 'PO service', 'all'),
  ('plan.parameter', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('plan.parameter', 'iu', 'PO service', 'all');

-- occupations
insert into law (table_name, verbs, roles, reach) values
  ('occupations.list_edition', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('occupations.field', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('occupations.value_chain', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('occupations.chain_step', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('occupations.offer', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('occupations.offer', 'iu', 'PO service', 'all');

-- partners
insert into law (table_name, verbs, roles, reach) values
  ('partners.organisation', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('partners.organisation', 'iu', 'PO service', 'all'),
  ('partners.membership', 's', 'PO CA EX AG IN GD MO OR AU AD service', 'all'),
  ('partners.membership', 'iu', 'PO service', 'all'),
  ('partners.capacity', 's', 'PO CA EX AG IN GD MO AU service', 'all'),
  ('partners.capacity', 'iu', 'PO service', 'all'),
  ('partners.capacity', 'iu', 'AG EX', 'organisation'),
  ('partners.pledge', 'siu', 'PO service', 'all'),
  ('partners.pledge', 's', 'CA EX AG GD MO AU', 'all'),
  ('partners.pledge', 'siu', 'OR', 'organisation'),
  ('partners.pledge_part', 'si', 'PO service', 'all'),
  ('partners.pledge_part', 's', 'CA EX AG GD MO AU', 'all'),
  ('partners.pledge_part', 'si', 'OR', 'organisation'),
  ('partners.pledge_move', 'si', 'PO service', 'all'),
  ('partners.pledge_move', 's', 'CA EX AG GD MO AU', 'all'),
  ('partners.pledge_move', 'si', 'OR', 'organisation'),
  ('partners.application', 'i', 'PU', 'account'),
  ('partners.application', 'su', 'PO', 'all'),
  ('partners.application', 'siu', 'service', 'all'),
  ('partners.vetting', 'si', 'PO service', 'all');

-- people: a group of fields a table, cell by cell from the table of roles
insert into law (table_name, verbs, roles, reach) values
  ('people.person', 'siu', 'service', 'all'),
  ('people.person', 's', 'GD', 'assigned'),
  ('people.person', 's', 'AG', 'shared'),
  ('people.person', 's', 'PO AG', 'file'),
  ('people.person', 's', 'W', 'own'),
  ('people.identity', 'siu', 'service', 'all'),
  ('people.identity', 'su', 'GD', 'assigned'),
  ('people.identity', 's', 'AG', 'shared'),
  ('people.identity', 's', 'PO', 'file'),
  ('people.identity', 's', 'W', 'own'),
  ('people.contact', 'siu', 'service', 'all'),
  ('people.contact', 'su', 'GD', 'assigned'),
  ('people.contact', 's', 'W', 'own'),
  ('people.address', 'siu', 'service', 'all'),
  ('people.address', 'siu', 'GD', 'assigned'),
  ('people.address', 's', 'W', 'own'),
  ('people.household', 'siu', 'service', 'all'),
  ('people.household', 'siu', 'GD', 'assigned'),
  ('people.household', 's', 'PO', 'file'),
  ('people.household', 's', 'W', 'own'),
  ('people.skill', 'siu', 'service', 'all'),
  ('people.skill', 'siu', 'GD', 'assigned'),
  ('people.skill', 's', 'W', 'own'),
  ('people.income', 'siu', 'service', 'all'),
  ('people.income', 'siu', 'GD', 'assigned'),
  ('people.income', 's', 'PO', 'file'),
  ('people.income', 's', 'W', 'own'),
  ('people.health', 'siu', 'service', 'all'),
  ('people.health', 'siu', 'GD', 'assigned'),
  ('people.health', 's', 'W', 'own'),
  ('people.safety', 'siu', 'service', 'all'),
  ('people.safety', 'siu', 'GD', 'assigned'),
  ('people.ground', 'siu', 'service', 'all'),
  ('people.ground', 'siu', 'GD', 'assigned'),
  ('people.ground', 's', 'PO', 'file'),
  ('people.ground', 's', 'W', 'own'),
  ('people.document', 'siu', 'service', 'all'),
  ('people.document', 'si', 'GD', 'assigned'),
  ('people.document', 's', 'PO', 'file'),
  ('people.document', 's', 'AG', 'organisation'),
  ('people.document', 's', 'W', 'own'),
  ('people.consent', 'siu', 'service', 'all'),
  ('people.consent', 'siu', 'GD', 'assigned'),
  ('people.consent', 's', 'AG', 'organisation'),
  ('people.consent', 's', 'PO', 'file'),
  ('people.consent', 's', 'W', 'own'),
  ('people.share', 'siu', 'service', 'all'),
  ('people.share', 's', 'AG', 'organisation'),
  ('people.share', 's', 'W', 'own'),
  ('people.barred_officer', 'siu', 'service', 'all'),
  ('people.barred_officer', 's', 'W', 'own'),
  ('people.contact', 's', 'PO', 'glass'),
  ('people.address', 's', 'PO', 'glass'),
  ('people.safety', 's', 'PO', 'glass'),
  ('people.paper', 'siu', 'service', 'all'),
  ('people.paper', 'siu', 'GD', 'assigned'),
  ('people.consent_code', 'siu', 'service', 'all'),
  ('people.consent_code', 'siu', 'GD', 'assigned'),
  ('people.broken_glass', 'siu', 'service', 'all'),
  ('people.broken_glass', 'siu', 'PO', 'all'),
  ('people.broken_glass', 's', 'AU', 'all'),
  ('people.mass_read_review', 'siu', 'PO AU', 'all'),
  ('people.same_person', 'siu', 'service', 'all'),
  ('people.same_person', 'siu', 'PO', 'all'),
  ('people.request', 'siu', 'service', 'all'),
  ('people.request', 'su', 'GD', 'assigned'),
  ('people.request', 'si', 'W', 'own'),
  ('people.consent', 'u', 'W', 'own'),
  ('people.contact', 'u', 'W', 'own'),
  ('people.name_key', 'siu', 'service', 'all');

-- enrolment
insert into law (table_name, verbs, roles, reach) values
  ('enrolment."case"', 'siu', 'service', 'all'),
  ('enrolment."case"', 'su', 'PO', 'all'),
  ('enrolment."case"', 's', 'AU', 'all'),
  ('enrolment."case"', 's', 'CA EX', 'county'),
  ('enrolment."case"', 'su', 'GD', 'assigned'),
  ('enrolment."case"', 's', 'AG', 'shared'),
  ('enrolment."case"', 'su', 'AG', 'file'),
  ('enrolment."case"', 'su', 'W', 'own'),
  ('enrolment.carried', 'siu', 'service', 'all'),
  ('enrolment.carried', 's', 'GD', 'account'),
  ('enrolment.case_move', 'si', 'service', 'all'),
  ('enrolment.case_move', 's', 'PO AU', 'all'),
  ('enrolment.case_move', 's', 'CA EX', 'county'),
  ('enrolment.case_move', 's', 'AG', 'opened'),
  ('enrolment.case_move', 's', 'W', 'own'),
  ('enrolment.counter', 'siu', 'service', 'all'),
  ('enrolment.counter', 's', 'PO AU', 'all'),
  ('enrolment.counter', 's', 'CA EX GD', 'county'),
  ('enrolment.registration_draft', 'siu', 'service', 'all'),
  ('enrolment.registration_draft', 'siu', 'GD', 'assigned'),
  ('enrolment.contact_try', 'si', 'service', 'all'),
  ('enrolment.contact_try', 'si', 'GD', 'assigned'),
  ('enrolment.import', 'siu', 'service', 'all'),
  ('enrolment.import', 'siu', 'AG', 'organisation'),
  ('enrolment.import_row', 'siu', 'service', 'all'),
  ('enrolment.import_row', 'siu', 'AG', 'organisation'),
  ('enrolment.mapping_memory', 'siu', 'AG service', 'organisation'),
  ('enrolment.nomination', 'siu', 'service', 'all'),
  ('enrolment.nomination', 's', 'AG', 'organisation'),
  ('enrolment.county_transfer', 'siu', 'service', 'all'),
  ('enrolment.county_transfer', 's', 'PO AU', 'all'),
  ('enrolment.county_transfer', 'su', 'GD', 'county'),
  ('enrolment.county_transfer', 'siu', 'GD', 'assigned'),
  ('enrolment.joined_file', 'siu', 'service', 'all'),
  ('enrolment.joined_file', 'siu', 'PO', 'all'),
  ('enrolment.support_row', 'si', 'service', 'all'),
  ('enrolment.support_row', 'si', 'AG', 'organisation'),
  ('enrolment.support_period', 'si', 'service', 'all'),
  ('enrolment.support_period', 'si', 'PO', 'file'),
  ('enrolment.support_period', 'si', 'AG', 'organisation'),
  ('enrolment.support_period', 's', 'GD', 'assigned'),
  ('enrolment.support_period', 's', 'W', 'own'),
  ('enrolment.enquiry', 'siu', 'service', 'all'),
  ('enrolment.enquiry', 'si', 'PO', 'file'),
  ('enrolment.enquiry', 'su', 'AG', 'organisation'),
  ('enrolment.enquiry', 's', 'GD', 'assigned'),
  ('enrolment.decision', 'si', 'service', 'all'),
  ('enrolment.decision', 'si', 'PO', 'file'),
  ('enrolment.decision', 's', 'AG', 'file'),
  ('enrolment.decision', 's', 'GD', 'assigned'),
  ('enrolment.decision', 's', 'W', 'own'),
  ('enrolment.telling', 'si', 'service', 'all'),
  ('enrolment.telling', 'si', 'GD', 'assigned'),
  ('enrolment.telling', 's', 'W', 'own'),
  ('enrolment.support_list', 'si', 'service', 'all'),
  ('enrolment.support_list', 'si', 'AG', 'organisation'),
  ('enrolment.told_fact', 'si', 'service', 'all'),
  ('enrolment.told_fact', 'si', 'GD', 'assigned'),
  ('enrolment.told_fact', 's', 'PO', 'file'),
  ('enrolment.out_of_turn', 'siu', 'service', 'all'),
  ('enrolment.out_of_turn', 'siu', 'PO', 'all'),
  ('enrolment.out_of_turn', 's', 'AU', 'all'),
  ('enrolment.decision_count', 'siu', 'service', 'all'),
  ('enrolment.decision_count', 's', 'PO AU', 'all'),
  ('enrolment.deprived_area', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('enrolment.deprived_area', 'i', 'PO service', 'all'),
  ('enrolment.appeal', 'siu', 'service', 'all'),
  ('enrolment.appeal', 's', 'PO AU', 'all'),
  ('enrolment.appeal', 'u', 'PO', 'all'),
  ('enrolment.appeal', 'si', 'GD', 'assigned'),
  ('enrolment.appeal', 'su', 'AG', 'organisation'),
  ('enrolment.appeal', 'si', 'W', 'own'),
  ('enrolment.place_count', 'siu', 'PO service', 'all'),
  ('enrolment.place_count', 's', 'AU', 'all'),
  ('enrolment.place_count', 's', 'CA EX GD', 'county'),
  ('enrolment.referral_place', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('enrolment.referral_place', 'i', 'PO', 'all'),
  ('enrolment.referral_place', 'iu', 'service', 'all');

-- interviews: pseudonymous rows for planners, content for whoever sat there within her days, for her guide once it was agreed
insert into law (table_name, verbs, roles, reach) values
  ('interviews.instrument', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('interviews.item', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('interviews.anchor', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('interviews.never_asked', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('interviews.room', 's', 'PO CA EX AG IN GD AU service', 'all'),
  ('interviews.room', 'i', 'PO service', 'all'),
  ('interviews.room', 'i', 'EX', 'county'),
  ('interviews.member', 's', 'PO EX service', 'all'),
  ('interviews.member', 'iu', 'PO EX service', 'all'),
  ('interviews.session', 's', 'PO CA EX AG IN GD AU service', 'all'),
  ('interviews.session', 'iu', 'PO service', 'all'),
  ('interviews.session', 'iu', 'EX', 'county'),
  ('interviews.panel_member', 's', 'PO CA EX AG IN GD AU service', 'all'),
  ('interviews.panel_member', 'iu', 'PO service', 'all'),
  ('interviews.panel_member', 'iu', 'EX', 'county'),
  ('interviews.slot', 's', 'PO EX GD service', 'all'),
  ('interviews.slot', 'i', 'PO service', 'all'),
  ('interviews.slot', 'i', 'EX', 'county'),
  ('interviews.interview', 'siu', 'service', 'all'),
  ('interviews.interview', 'siu', 'PO', 'all'),
  ('interviews.interview', 's', 'AU', 'all'),
  ('interviews.interview', 's', 'CA', 'county'),
  ('interviews.interview', 'siu', 'EX', 'county'),
  ('interviews.interview', 'siu', 'GD', 'assigned'),
  ('interviews.interview', 's', 'IN AG', 'seated'),
  ('interviews.interview', 'su', 'W', 'own'),
  ('interviews.room', 's', 'W', 'all'),
  ('interviews.session', 's', 'W', 'all'),
  ('interviews.panel_member', 's', 'W', 'all'),
  ('interviews.seat', 'siu', 'service', 'all'),
  ('interviews.seat', 'su', 'IN AG', 'seat'),
  ('interviews.mark', 'siu', 'service', 'all'),
  ('interviews.mark', 's', 'IN AG', 'seat'),
  ('interviews.mark', 'iu', 'IN AG', 'seat-blind'),
  ('interviews.mark', 's', 'IN AG', 'seated'),
  ('interviews.evidence', 'siu', 'service', 'all'),
  ('interviews.evidence', 's', 'IN AG', 'seat'),
  ('interviews.evidence', 'iu', 'IN AG', 'seat-blind'),
  ('interviews.evidence', 's', 'GD', 'assigned-agreed'),
  ('interviews.evidence', 's', 'PO', 'file'),
  ('interviews.evidence', 's', 'W', 'own'),
  ('interviews.answer', 'siu', 'service', 'all'),
  ('interviews.answer', 's', 'IN AG', 'seat'),
  ('interviews.answer', 'iu', 'IN AG', 'seat-blind'),
  ('interviews.answer', 's', 'GD', 'assigned-agreed'),
  ('interviews.answer', 's', 'PO', 'file'),
  ('interviews.answer', 's', 'W', 'own'),
  ('interviews.agreed', 'si', 'service', 'all'),
  ('interviews.agreed', 'si', 'IN AG', 'seated'),
  ('interviews.agreed', 's', 'GD', 'assigned'),
  ('interviews.agreed', 's', 'W', 'own'),
  ('interviews.dissent', 'si', 'service', 'all'),
  ('interviews.dissent', 'si', 'IN AG', 'seat'),
  ('interviews.dissent', 's', 'GD', 'assigned'),
  ('interviews.dissent', 's', 'W', 'own'),
  ('interviews.result', 'siu', 'service', 'all'),
  ('interviews.result', 'si', 'IN AG', 'seated'),
  ('interviews.result', 'su', 'GD', 'assigned'),
  ('interviews.result', 's', 'PO', 'file'),
  ('interviews.result', 's', 'W', 'own'),
  ('interviews.change_wish', 'si', 'service', 'all'),
  ('interviews.change_wish', 'si', 'GD', 'assigned'),
  ('interviews.change_wish', 's', 'W', 'own'),
  ('interviews.stop_note', 'si', 'service', 'all'),
  ('interviews.stop_note', 'i', 'IN AG', 'seat'),
  ('interviews.stop_note', 's', 'GD', 'assigned'),
  ('interviews.stop_note', 's', 'PO', 'glass'),
  ('interviews.drift', 'siu', 'service', 'all'),
  ('interviews.drift', 's', 'PO', 'all');

-- pathways: the table of what may change is for everyone to read; what she was shown and said is her guide's and hers
insert into law (table_name, verbs, roles, reach) values
  ('pathways.exit_edition', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('pathways.exit_edition', 'i', 'PO service', 'all'),
  ('pathways.exit_row', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('pathways.exit_row', 'i', 'PO service', 'all'),
  ('pathways.exit_showing', 'si', 'service', 'all'),
  ('pathways.exit_showing', 'si', 'GD', 'assigned'),
  ('pathways.exit_showing', 's', 'W', 'own'),
  ('pathways.exit_answer', 'siu', 'service', 'all'),
  ('pathways.exit_answer', 'siu', 'GD', 'assigned'),
  ('pathways.exit_answer', 's', 'W', 'own'),
  ('pathways.work_plan', 'siu', 'service', 'all'),
  ('pathways.work_plan', 'siu', 'GD', 'assigned'),
  ('pathways.work_plan', 's', 'W', 'own'),
  ('pathways.step', 'siu', 'service', 'all'),
  ('pathways.step', 'siu', 'GD', 'assigned'),
  ('pathways.step', 'su', 'AG', 'organisation'),
  ('pathways.step', 'su', 'W', 'own'),
  ('pathways.contact', 'si', 'service', 'all'),
  ('pathways.contact', 'si', 'GD', 'assigned'),
  ('pathways.contact', 's', 'W', 'own'),
  ('pathways.note', 'si', 'service', 'all'),
  ('pathways.note', 'si', 'GD', 'assigned'),
  ('pathways.note', 's', 'W', 'own'),
  ('pathways.confidential_note', 'si', 'GD', 'assigned-author'),
  ('pathways.note_opening', 'siu', 'GD', 'assigned'),
  ('pathways.note_opening', 's', 'W', 'own'),
  ('pathways.referral', 'siu', 'service', 'all'),
  ('pathways.referral', 'siu', 'GD', 'assigned'),
  ('pathways.referral', 'su', 'AG', 'organisation'),
  ('pathways.referral', 's', 'W', 'own'),
  ('pathways.intervention', 'si', 'service', 'all'),
  ('pathways.intervention', 'si', 'GD', 'assigned'),
  ('pathways.intervention', 'i', 'AG', 'organisation'),
  ('pathways.intervention', 's', 'W', 'own'),
  ('pathways.loan', 'siu', 'service', 'all'),
  ('pathways.loan', 'siu', 'GD', 'assigned'),
  ('pathways.loan', 'su', 'AG', 'shared'),
  ('pathways.loan', 's', 'W', 'own'),
  ('pathways.loan_hands', 'siu', 'service', 'all'),
  ('pathways.loan_hands', 'siu', 'GD', 'assigned'),
  ('pathways.loan_hands', 's', 'W', 'own'),
  ('pathways.insurance', 'siu', 'service', 'all'),
  ('pathways.insurance', 'siu', 'GD', 'assigned'),
  ('pathways.insurance', 'su', 'AG', 'shared'),
  ('pathways.insurance', 's', 'W', 'own'),
  ('pathways.centre', 's', 'PO CA EX GD AU service', 'all'),
  ('pathways.centre', 'iu', 'PO service', 'all'),
  ('pathways.centre_guide', 's', 'PO CA EX GD AU service', 'all'),
  ('pathways.centre_guide', 'iu', 'PO service', 'all'),
  ('pathways.centre_place', 'siu', 'service', 'all'),
  ('pathways.centre_place', 'siu', 'GD', 'assigned'),
  ('pathways.handover', 'siu', 'service', 'all'),
  ('pathways.handover', 's', 'GD', 'assigned'),
  ('pathways.handover', 's', 'PO GD', 'account'),
  ('pathways.handover', 's', 'W', 'own'),
  ('pathways.guide_told', 'siu', 'service', 'all'),
  ('pathways.guide_told', 'siu', 'GD', 'assigned'),
  ('pathways.guide_told', 's', 'W', 'own'),
  ('pathways.centre_place', 's', 'W', 'own');

-- businesses: where each stands is a pseudonymous row; what it makes and its papers are her guide's and hers, a request its reviewer's
insert into law (table_name, verbs, roles, reach) values
  ('businesses.business', 'siu', 'service', 'all'),
  ('businesses.business', 'siu', 'GD', 'assigned'),
  ('businesses.business', 's', 'PO AU', 'all'),
  ('businesses.business', 's', 'CA EX', 'county'),
  ('businesses.business', 's', 'W', 'own'),
  ('businesses.profile', 'siu', 'service', 'all'),
  ('businesses.profile', 'si', 'GD', 'assigned'),
  ('businesses.profile', 's', 'W', 'own'),
  ('businesses.permit', 'siu', 'service', 'all'),
  ('businesses.permit', 'siu', 'GD', 'assigned'),
  ('businesses.permit', 's', 'PO AU', 'all'),
  ('businesses.permit', 's', 'CA EX', 'county'),
  ('businesses.permit', 's', 'W', 'own'),
  ('businesses.permit_paper', 'siu', 'service', 'all'),
  ('businesses.permit_paper', 'siu', 'GD', 'assigned'),
  ('businesses.permit_paper', 's', 'W', 'own'),
  ('businesses.permit_move', 'si', 'service', 'all'),
  ('businesses.permit_move', 'si', 'GD', 'assigned'),
  ('businesses.permit_move', 's', 'W', 'own'),
  ('businesses.review', 'siu', 'service', 'all'),
  ('businesses.review', 'siu', 'GD', 'assigned'),
  ('businesses.review', 'su', 'AG', 'organisation'),
  ('businesses.review', 's', 'W', 'own'),
  ('businesses.product', 'siu', 'service', 'all'),
  ('businesses.product', 'siu', 'GD', 'assigned'),
  ('businesses.product', 'su', 'MO', 'county'),
  ('businesses.product', 's', 'PO AU', 'all'),
  ('businesses.product', 's', 'CA EX', 'county'),
  ('businesses.product', 'su', 'W', 'own'),
  ('businesses.showing', 'si', 'service', 'all'),
  ('businesses.showing', 'si', 'GD', 'assigned'),
  ('businesses.showing', 'si', 'W', 'own'),
  ('businesses.product_price', 'siu', 'service', 'all'),
  ('businesses.product_price', 'siu', 'GD', 'assigned'),
  ('businesses.product_price', 's', 'PO AU', 'all'),
  ('businesses.product_price', 's', 'CA EX MO', 'county'),
  ('businesses.product_price', 's', 'W', 'own'),
  ('businesses.product_photo', 'si', 'service', 'all'),
  ('businesses.product_photo', 'si', 'GD', 'assigned'),
  ('businesses.product_photo', 's', 'PO AU', 'all'),
  ('businesses.product_photo', 's', 'CA EX MO', 'county'),
  ('businesses.product_photo', 's', 'W', 'own'),
  ('businesses.blocked_week', 'siu', 'service', 'all'),
  ('businesses.blocked_week', 'siu', 'GD', 'assigned'),
  ('businesses.blocked_week', 's', 'W', 'own'),
  ('businesses.hub', 'siu', 'PO service', 'all'),
  ('businesses.hub', 's', 'CA EX GD MO AU', 'all'),
  ('businesses.hub', 'iu', 'MO', 'county'),
  ('businesses.hub_member', 'siu', 'service', 'all'),
  ('businesses.hub_member', 'siu', 'GD', 'assigned'),
  ('businesses.hub_member', 's', 'MO', 'account'),
  ('businesses.hub_member', 's', 'W', 'own');

-- matching: an opportunity names no woman; what kept how many from one says something of marks and consents, which are no cell of the governorate and the executor; lines and proposals are her guide's and the market's of her county, her turn and her words her guide's alone
insert into law (table_name, verbs, roles, reach) values
  ('matching.opportunity', 'siu', 'service', 'all'),
  ('matching.opportunity', 's', 'PO AU', 'all'),
  ('matching.opportunity', 's', 'CA EX GD', 'county'),
  ('matching.opportunity', 'siu', 'MO', 'county'),
  ('matching.run', 'si', 'service', 'all'),
  ('matching.run', 's', 'PO AU', 'all'),
  ('matching.run', 'si', 'MO', 'county'),
  ('matching.weighed', 'si', 'service', 'all'),
  ('matching.weighed', 'si', 'MO', 'county'),
  ('matching.weighed', 's', 'GD', 'assigned'),
  ('matching.weighed', 's', 'W', 'own'),
  ('matching.turn', 'si', 'service', 'all'),
  ('matching.turn', 'i', 'MO', 'county'),
  ('matching.turn', 's', 'GD', 'assigned'),
  ('matching.turn', 's', 'W', 'own'),
  ('matching.proposal', 'siu', 'service', 'all'),
  ('matching.proposal', 'si', 'MO', 'county'),
  ('matching.proposal', 'su', 'GD', 'assigned'),
  ('matching.opportunity', 's', 'W', 'county'),
  ('matching.proposal', 'su', 'W', 'own'),
  ('matching.answer', 'si', 'service', 'all'),
  ('matching.answer', 'si', 'GD', 'assigned'),
  ('matching.answer', 'si', 'W', 'own'),
  ('matching.mark', 'siu', 'service', 'all'),
  ('matching.mark', 'siu', 'GD', 'assigned'),
  ('matching.mark', 's', 'W', 'own');

-- market: an order names no woman; a lot is hers under a file number; price, craft and her answers stand where no blind role reads
insert into law (table_name, verbs, roles, reach) values
  ('market.order', 'siu', 'service', 'all'),
  ('market.order', 's', 'PO AU', 'all'),
  ('market.order', 'u', 'PO', 'all'),
  ('market.order', 's', 'CA EX GD', 'county'),
  ('market.order', 'siu', 'MO', 'county'),
  ('market.order', 'su', 'OR', 'organisation'),
  ('market.order_request', 'siu', 'service', 'all'),
  ('market.order_request', 'i', 'PU', 'account'),
  ('market.order_request', 'su', 'MO', 'county'),
  ('market.order_request', 'su', 'PO', 'all'),
  ('market.home', 'siu', 'service', 'all'),
  ('market.home', 'si', 'GD', 'assigned'),
  ('market.home', 's', 'MO', 'county'),
  ('market.home', 's', 'W', 'own'),
  ('market.lot', 'siu', 'service', 'all'),
  ('market.lot', 's', 'PO AU', 'all'),
  ('market.lot', 's', 'CA EX', 'county'),
  ('market.lot', 'siu', 'MO', 'county'),
  ('market.lot', 'su', 'GD', 'assigned'),
  ('market.lot', 'su', 'W', 'own'),
  ('market.lot_terms', 'siu', 'service', 'all'),
  ('market.lot_terms', 'si', 'MO', 'county'),
  ('market.lot_terms', 'su', 'GD', 'assigned'),
  ('market.lot_terms', 'su', 'W', 'own'),
  ('market.kit_move', 'si', 'service', 'all'),
  ('market.kit_move', 'si', 'MO', 'county'),
  ('market.kit_move', 's', 'GD', 'assigned'),
  ('market.kit_move', 's', 'W', 'own'),
  ('market.photo', 'si', 'service', 'all'),
  ('market.photo', 'si', 'MO', 'county'),
  ('market.photo', 's', 'GD', 'assigned'),
  ('market.photo', 's', 'W', 'own'),
  ('market.inspection', 'si', 'service', 'all'),
  ('market.inspection', 'si', 'MO', 'county'),
  ('market.inspection', 's', 'GD', 'assigned'),
  ('market.inspection', 's', 'W', 'own'),
  ('market.entry', 'si', 'service', 'all'),
  ('market.entry', 'si', 'MO', 'county'),
  ('market.entry', 'si', 'GD', 'assigned'),
  ('market.entry', 'si', 'W', 'own'),
  ('market.deduction', 'siu', 'service', 'all'),
  ('market.deduction', 'siu', 'MO', 'county'),
  ('market.deduction', 's', 'GD', 'assigned'),
  ('market.deduction', 's', 'W', 'own'),
  ('market.dispute', 'siu', 'service', 'all'),
  ('market.dispute', 'su', 'MO', 'county'),
  ('market.dispute', 'siu', 'GD', 'assigned'),
  ('market.dispute', 's', 'W', 'own');

-- outcomes: prices and questions name no woman; a follow-up is a file number with its days, and what she said is her guide's and hers, never the executor's
insert into law (table_name, verbs, roles, reach) values
  ('outcomes.price_index', 's', 'PO CA EX GD AU W service', 'all'),
  ('outcomes.price_index', 'i', 'PO service', 'all'),
  ('outcomes.instrument', 's', 'service', 'all'),
  ('outcomes.question', 's', 'IN service', 'all'),
  ('outcomes.choice', 's', 'IN service', 'all'),
  ('outcomes.follow_up', 'siu', 'service', 'all'),
  ('outcomes.follow_up', 's', 'PO AU', 'all'),
  ('outcomes.follow_up', 'u', 'PO', 'all'),
  ('outcomes.follow_up', 'su', 'IN', 'caller'),
  ('outcomes.follow_up', 's', 'W', 'own'),
  ('outcomes.call_try', 'si', 'service', 'all'),
  ('outcomes.call_try', 'si', 'IN', 'account'),
  ('outcomes.answer', 'si', 'service', 'all'),
  ('outcomes.answer', 'i', 'IN', 'account'),
  ('outcomes.answer', 's', 'GD', 'assigned'),
  ('outcomes.answer', 's', 'W', 'own'),
  ('outcomes.baseline', 'si', 'service', 'all'),
  ('outcomes.baseline', 's', 'GD', 'assigned'),
  ('outcomes.baseline', 's', 'W', 'own'),
  ('outcomes.snapshot', 'si', 'service', 'all'),
  ('outcomes.snapshot', 's', 'GD', 'assigned'),
  ('outcomes.snapshot', 's', 'W', 'own'),
  ('outcomes.own_sale', 'si', 'service', 'all'),
  ('outcomes.own_sale', 's', 'GD', 'assigned'),
  ('outcomes.own_sale', 's', 'W', 'own');
-- oversight: what a governorate as client asked for and got; it names no woman
insert into law (table_name, verbs, roles, reach) values
  ('oversight.scope', 's', 'PO AU', 'all'),
  ('oversight.scope', 'si', 'CA', 'county'),
  ('oversight.scope', 's', 'EX', 'county'),
  ('oversight.scope_item', 's', 'PO AU', 'all'),
  ('oversight.scope_item', 'si', 'CA', 'county'),
  ('oversight.scope_item', 's', 'EX', 'county'),
  ('oversight.milestone', 's', 'PO AU', 'all'),
  ('oversight.milestone', 'si', 'CA', 'county'),
  ('oversight.milestone', 's', 'EX', 'county'),
  ('oversight.deliverable', 's', 'PO AU', 'all'),
  ('oversight.deliverable', 'siu', 'CA', 'county'),
  ('oversight.deliverable', 'su', 'EX', 'county'),
  ('oversight.deliverable_move', 's', 'PO AU', 'all'),
  ('oversight.deliverable_move', 'si', 'CA EX', 'county'),
  ('oversight.deliverable_paper', 's', 'PO AU', 'all'),
  ('oversight.deliverable_paper', 's', 'CA', 'county'),
  ('oversight.deliverable_paper', 'siu', 'EX', 'county'),
  ('oversight.notice', 's', 'PO AU', 'all'),
  ('oversight.notice', 'si', 'CA', 'county'),
  ('oversight.notice', 'su', 'EX', 'county'),
  ('oversight.planned_act', 's', 'PO AU', 'all'),
  ('oversight.planned_act', 'siu', 'CA', 'county'),
  ('oversight.planned_act', 's', 'EX', 'county'),
  ('oversight.monthly_sheet', 's', 'PO AU', 'all'),
  ('oversight.monthly_sheet', 'su', 'CA', 'county'),
  ('oversight.monthly_sheet', 'siu', 'EX', 'county'),
  ('oversight.lesson', 'siu', 'PO', 'all'),
  ('oversight.lesson', 's', 'AU', 'all'),
  ('oversight.lesson', 'si', 'CA EX', 'county');

-- oversight: meetings are read where they are held and by the agencies that sit there; what an agency answers is its own
-- amayesh: sums over a territory and what they rest on; no row of it names a woman
insert into law (table_name, verbs, roles, reach) values
  ('amayesh.buyer', 'siu', 'PO EX service', 'all'),
  ('amayesh.buyer', 'siu', 'MO', 'county'),
  ('amayesh.buyer', 's', 'CA AG', 'county'),
  ('amayesh.buyer', 's', 'AU', 'all'),
  ('amayesh.link_actor', 'siu', 'PO EX service', 'all'),
  ('amayesh.link_actor', 's', 'CA AG MO', 'county'),
  ('amayesh.link_actor', 's', 'AU', 'all'),
  ('amayesh.figure', 'si', 'PO EX service', 'all'),
  ('amayesh.figure', 's', 'CA AG MO AU', 'all'),
  ('amayesh.study', 'siu', 'PO EX service', 'all'),
  ('amayesh.study', 's', 'CA AG MO', 'county'),
  ('amayesh.study', 's', 'AU', 'all'),
  ('amayesh.finding', 'siu', 'PO EX service', 'all'),
  ('amayesh.finding', 's', 'CA AG MO', 'county'),
  ('amayesh.finding', 's', 'AU', 'all');

-- reforms: obstacles and arrangements are for all who work with rules; whose file stands still is her guide's, others read a number
insert into law (table_name, verbs, roles, reach) values
  ('reforms.obstacle', 'siu', 'PO service', 'all'),
  ('reforms.obstacle', 'si', 'CA EX AG IN GD MO', 'all'),
  ('reforms.obstacle', 's', 'AU', 'all'),
  ('reforms.obstacle_move', 'si', 'PO service', 'all'),
  ('reforms.obstacle_move', 'si', 'CA EX AG IN GD MO', 'all'),
  ('reforms.obstacle_move', 's', 'AU', 'all'),
  ('reforms.letter', 'si', 'PO service', 'all'),
  ('reforms.letter', 's', 'CA EX AG IN GD MO AU', 'all'),
  ('reforms.arrangement', 'siu', 'PO service', 'all'),
  ('reforms.arrangement', 's', 'CA EX AG IN GD MO AU', 'all'),
  ('reforms.arrangement_move', 'si', 'PO service', 'all'),
  ('reforms.arrangement_move', 's', 'CA EX AG IN GD MO AU', 'all'),
  ('reforms.blocked_case', 'siu', 'service', 'all'),
  ('reforms.blocked_case', 's', 'PO AU', 'all'),
  ('reforms.blocked_case', 's', 'CA', 'county'),
  ('reforms.blocked_case', 'siu', 'GD', 'assigned');
-- oversight: sheets to sign
insert into law (table_name, verbs, roles, reach) values
  ('oversight.sheet', 'si', 'PO', 'all'),
  ('oversight.sheet', 's', 'AU', 'all'),
  ('oversight.sheet', 'si', 'CA', 'county'),
  ('oversight.sheet', 's', 'EX', 'county');

-- oversight: a complaint lies on the desks written on its row, what was said in it on none: it is lent to a desk without whose it is
insert into law (table_name, verbs, roles, reach) values
  ('oversight.grievance', 'siu', 'service', 'all'),
  ('oversight.grievance', 'siu', 'PO', 'desk'),
  ('oversight.grievance', 'su', 'AU', 'all'),
  ('oversight.grievance', 'su', 'CA EX AG MO OR', 'desk'),
  ('oversight.grievance', 's', 'GD', 'desk'),
  ('oversight.grievance', 'i', 'GD', 'assigned'),
  ('oversight.grievance', 'siu', 'W', 'own'),
  ('oversight.grievance', 'i', 'PU', 'account'),
  ('oversight.grievance_text', 'siu', 'service', 'all'),
  ('oversight.grievance_text', 's', 'W', 'own'),
  ('oversight.visit', 'siu', 'PO service', 'all'),
  ('oversight.visit', 'siu', 'CA', 'county'),
  ('oversight.visit', 's', 'AU', 'all'),
  ('oversight.visit', 'su', 'GD', 'assigned'),
  ('oversight.visit', 's', 'W', 'own'),
  ('oversight.finding', 'siu', 'PO service', 'all'),
  ('oversight.finding', 'siu', 'CA', 'county'),
  ('oversight.finding', 's', 'AU', 'all'),
  ('oversight.finding', 'su', 'EX MO', 'county-desk'),
  ('oversight.finding_photo', 'siu', 'PO', 'all'),
  ('oversight.finding_photo', 'siu', 'CA', 'county'),
  ('oversight.finding_photo', 's', 'AU', 'all'),
  ('oversight.finding_photo', 's', 'EX MO', 'county-desk');

-- outcomes, the board: numbers of cells that only the house itself reads, since small ones are hidden on their way out
insert into law (table_name, verbs, roles, reach) values
  ('outcomes.board', 'siu', 'service', 'all'),
  ('outcomes.board_cell', 'siu', 'service', 'all'),
  ('outcomes.board_part', 'siu', 'service', 'all');
-- oversight: meetings are read where they are held and by the agencies that sit there; what an agency answers is its own
insert into law (table_name, verbs, roles, reach) values
  ('oversight.meeting', 'siu', 'PO', 'all'),
  ('oversight.meeting', 's', 'AU', 'all'),
  ('oversight.meeting', 'siu', 'CA', 'county'),
  ('oversight.meeting', 's', 'EX', 'county'),
  ('oversight.meeting', 's', 'AG', 'shared'),
  ('oversight.meeting_member', 'siu', 'PO', 'all'),
  ('oversight.meeting_member', 's', 'AU', 'all'),
  ('oversight.meeting_member', 'siu', 'CA', 'county'),
  ('oversight.meeting_member', 's', 'EX', 'county'),
  ('oversight.meeting_member', 's', 'AG', 'shared'),
  ('oversight.idea', 'siu', 'PO', 'all'),
  ('oversight.idea', 's', 'AU', 'all'),
  ('oversight.idea', 'siu', 'CA', 'county'),
  ('oversight.idea', 's', 'EX', 'county'),
  ('oversight.idea', 's', 'AG', 'shared'),
  ('oversight.idea', 'su', 'AG', 'organisation'),
  ('oversight.resolution', 'siu', 'PO', 'all'),
  ('oversight.resolution', 's', 'AU', 'all'),
  ('oversight.resolution', 'siu', 'CA', 'county'),
  ('oversight.resolution', 's', 'EX', 'county'),
  ('oversight.resolution', 's', 'AG', 'shared'),
  ('oversight.resolution', 'su', 'AG', 'organisation'),
  ('oversight.resolution_move', 'si', 'PO', 'all'),
  ('oversight.resolution_move', 's', 'AU', 'all'),
  ('oversight.resolution_move', 'si', 'CA', 'county'),
  ('oversight.resolution_move', 's', 'EX', 'county'),
  ('oversight.resolution_move', 's', 'AG', 'shared'),
  ('oversight.resolution_move', 'si', 'AG', 'organisation');
-- reforms: obstacles and arrangements are for all who work with rules; whose file stands still is her guide's, others read a number
insert into law (table_name, verbs, roles, reach) values
  ('reforms.obstacle', 'siu', 'PO service', 'all'),
  ('reforms.obstacle', 'si', 'CA EX AG IN GD MO', 'all'),
  ('reforms.obstacle', 's', 'AU', 'all'),
  ('reforms.obstacle_move', 'si', 'PO service', 'all'),
  ('reforms.obstacle_move', 'si', 'CA EX AG IN GD MO', 'all'),
  ('reforms.obstacle_move', 's', 'AU', 'all'),
  ('reforms.letter', 'si', 'PO service', 'all'),
  ('reforms.letter', 's', 'CA EX AG IN GD MO AU', 'all'),
  ('reforms.arrangement', 'siu', 'PO service', 'all'),
  ('reforms.arrangement', 's', 'CA EX AG IN GD MO AU', 'all'),
  ('reforms.arrangement_move', 'si', 'PO service', 'all'),
  ('reforms.arrangement_move', 's', 'CA EX AG IN GD MO AU', 'all'),
  ('reforms.blocked_case', 'siu', 'service', 'all'),
  ('reforms.blocked_case', 's', 'PO AU', 'all'),
  ('reforms.blocked_case', 's', 'CA', 'county'),
  ('reforms.blocked_case', 'siu', 'GD', 'assigned');

-- outcomes, releases: what was published is for everybody
insert into law (table_name, verbs, roles, reach) values
  ('outcomes.release', 's', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('outcomes.release', 'iu', 'PO', 'all'),
  ('outcomes.release', 'i', 'service', 'all');

do $law$
declare
  plan_rule constant text := 'plan_id = nullif(current_setting(''kariz.plan'', true), '''')::uuid';
  blind constant text[] := '{PO,CA,EX,OR,AU,AD,PU}';
  within_days constant text := 'opens_on <= nullif(current_setting(''kariz.today'', true), '''')::date and closes_on >= nullif(current_setting(''kariz.today'', true), '''')::date';
  in_counties constant text := 'county_code = any (string_to_array(current_setting(''kariz.counties'', true), '',''))';
  -- Written on the row are the roles on whose desks it lies; of these, an office of a county has what is of its counties, an organisation what is its own, a guide the files she carries.
  on_desk constant text := 'current_setting(''kariz.role'', true) = any (desks) and case current_setting(''kariz.role'', true) when ''PO'' then true when ''AU'' then true when ''AG'' then organisation_id = nullif(current_setting(''kariz.organisation'', true), '''')::uuid and (county_code is null or ' || in_counties || ') when ''OR'' then organisation_id = nullif(current_setting(''kariz.organisation'', true), '''')::uuid when ''GD'' then nullif(current_setting(''kariz.account'', true), '''')::uuid = any (assigned) else ' || in_counties || ' end';
  target record;
  one record;
  rule text;
  verb record;
begin
  for target in select distinct table_name, table_name::regclass as oid from law loop
    for one in select polname from pg_policy where polrelid = target.oid loop
      execute format('drop policy %I on %s', one.polname, target.table_name);
    end loop;
    execute format('alter table %s enable row level security', target.table_name);
    execute format('alter table %s force row level security', target.table_name);
    execute format('revoke all on %s from kariz_app, kariz_blind, kariz_linkage, public', target.table_name);
    execute format('grant usage on schema %s to kariz_app, kariz_blind, kariz_linkage', split_part(target.table_name, '.', 1));
    execute format('create policy owner_migrates on %s for all to current_user using (true) with check (true)', target.table_name);
    -- The owner is a member of both roles, so a policy for them binds it too: it must still count and restamp rows its actor is barred from.
    if exists (select from pg_attribute where attrelid = target.oid and attname = 'barred' and not attisdropped) then
      execute format('create policy barred_first on %s as restrictive for all to kariz_app, kariz_blind using (current_user not in (''kariz_app'', ''kariz_blind'') or not coalesce(nullif(current_setting(''kariz.account'', true), '''')::uuid = any (barred), false)) with check (true)', target.table_name);
    end if;
  end loop;
  for one in select law.*, table_name::regclass as oid from law order by place loop
    rule := case one.reach
      when 'all' then 'true'
      when 'county' then in_counties
      when 'organisation' then 'organisation_id = nullif(current_setting(''kariz.organisation'', true), '''')::uuid'
      when 'shared' then 'nullif(current_setting(''kariz.organisation'', true), '''')::uuid = any (shared_with)'
      when 'assigned' then 'nullif(current_setting(''kariz.account'', true), '''')::uuid = any (assigned)'
      when 'desk' then on_desk
      when 'county-desk' then 'current_setting(''kariz.role'', true) = any (desks) and ' || in_counties
      when 'opened' then 'person_id = nullif(current_setting(''kariz.person'', true), '''')::uuid'
      when 'file' then 'person_id = nullif(current_setting(''kariz.person'', true), '''')::uuid and nullif(current_setting(''kariz.purpose'', true), '''') is not null'
      when 'glass' then 'person_id = nullif(current_setting(''kariz.person'', true), '''')::uuid and current_setting(''kariz.purpose'', true) = ''break-glass'''
      when 'own' then 'person_id = nullif(current_setting(''kariz.person'', true), '''')::uuid'
      when 'account' then 'account_id = nullif(current_setting(''kariz.account'', true), '''')::uuid'
      when 'caller' then 'account_id = nullif(current_setting(''kariz.account'', true), '''')::uuid and not account_id = any (assigned) and not coalesce(nullif(current_setting(''kariz.organisation'', true), '''')::uuid = any (executors), false) and ' || within_days
      when 'seat' then 'account_id = nullif(current_setting(''kariz.account'', true), '''')::uuid and ' || within_days
      when 'seat-blind' then 'account_id = nullif(current_setting(''kariz.account'', true), '''')::uuid and opened_at is null and ' || within_days
      when 'seated' then 'nullif(current_setting(''kariz.account'', true), '''')::uuid = any (seated) and ' || within_days
      when 'assigned-author' then 'nullif(current_setting(''kariz.account'', true), '''')::uuid = any (assigned) and nullif(current_setting(''kariz.account'', true), '''')::uuid = any (opened_to || account_id)'
      when 'assigned-agreed' then 'nullif(current_setting(''kariz.account'', true), '''')::uuid = any (assigned) and agreed_on is not null'
    end;
    if rule is null then raise exception 'unknown reach % for %', one.reach, one.table_name; end if;
    rule := format('current_setting(''kariz.role'', true) = any (%L::text[]) and %s', string_to_array(one.roles, ' '), rule);
    -- An agency is one organisation in every county, its officers are not: theirs is what is the agency's in the counties of their assignment.
    if one.reach in ('organisation', 'shared') and exists (select from pg_attribute where attrelid = one.oid and attname = 'county_code' and not attisdropped) then
      rule := format('%s and (current_setting(''kariz.role'', true) <> ''AG'' or county_code is null or %s)', rule, in_counties);
    end if;
    if exists (select from pg_attribute where attrelid = one.oid and attname = 'plan_id' and not attisdropped) then
      rule := plan_rule || ' and ' || rule;
    end if;
    for verb in select * from (values ('s', 'select'), ('i', 'insert'), ('u', 'update')) as verbs (letter, name) where one.verbs like '%' || letter || '%' loop
      execute format('create policy %I on %s for %s to kariz_app, kariz_blind %s', 'law_' || one.place || '_' || verb.name, one.table_name, verb.name,
        case verb.name when 'select' then format('using (%s)', rule) when 'insert' then format('with check (%s)', rule) else format('using (%s) with check (%s)', rule, rule) end);
      execute format('grant %s on %s to kariz_app', verb.name, one.table_name);
      if one.reach not in ('file', 'glass') and string_to_array(one.roles, ' ') && blind then
        execute format('grant %s on %s to kariz_blind', verb.name, one.table_name);
      end if;
    end loop;
  end loop;
end
$law$;

-- The linkage unit's role may compare blind indexes and nothing else.
grant usage on schema people to kariz_linkage;
grant select (plan_id, person_id, national_id_index) on people.identity to kariz_linkage;
drop policy if exists linkage_compares on people.identity;
create policy linkage_compares on people.identity for select to kariz_linkage using (plan_id = nullif(current_setting('kariz.plan', true), '')::uuid);

-- What waits for whom: views that see only what their reader may see (security_invoker). The office runs blind and has a view of its own.
grant select on people.due to kariz_app;
grant select on people.mass_read_due to kariz_app, kariz_blind;
grant select on enrolment.due to kariz_app;
grant select on enrolment.office_due to kariz_app, kariz_blind;
grant select on access.due to kariz_app, kariz_blind;
grant select on interviews.due to kariz_app;
grant select on interviews.office_due to kariz_app, kariz_blind;
grant select on partners.due to kariz_app, kariz_blind;
grant select on pathways.due to kariz_app;
grant select on pathways.office_due to kariz_app, kariz_blind;
grant select on businesses.due to kariz_app;
grant select on market.due to kariz_app;
grant select on market.order_request_due to kariz_app, kariz_blind;
grant select on matching.due to kariz_app;
grant select on reforms.due to kariz_app, kariz_blind;
grant select on oversight.due to kariz_app, kariz_blind;
grant select on oversight.grievance_due to kariz_app, kariz_blind;
grant select on outcomes.due to kariz_app;
grant select on outcomes.office_due to kariz_app, kariz_blind;
grant select on oversight.visit_due to kariz_app, kariz_blind;
