import type { Action } from '../../src/access/actions.ts'
import { handled } from '../../src/app/rooms.ts'
import { tables } from './planting.ts'

/**
 * Which tables each action reads (s), makes rows in (i) and changes (u) as its actor, under the law of rows. Parts with roles in front concern these
 * roles alone; a question mark says that rows are read for whoever has a right to them, and the law answers nothing to the others. What is done beyond
 * the reach of the actor is not here (`door.test.ts` lists it), nor the receipt, the history entry and the file it touched that every write leaves. `touches.test.ts` says which
 * action is missing here and holds policy and the law of rows together by it; `test/touching.ts` holds every request of the tests to it.
 */
export const touches: Readonly<Partial<Record<Action, string>>> = {
  'access.read-self': 'access.assignment s, partners.organisation s, plan.plan s',
  'access.read-demo-accounts': '',
  'access.accept-invitation': '',
  'access.read-account': 'access.assignment s, partners.organisation s, territory.division s',
  'access.end-own-session': '',
  'access.read-accounts': 'access.assignment s, partners.organisation s, territory.division s',
  'access.settle-account': 'access.invitation iu, platform.message i',
  'access.invite': 'access.invitation siu, platform.message i',
  'access.give-assignment': 'access.assignment si, partners.membership s, partners.organisation s, territory.division s',
  'access.read-assignments': 'access.assignment s, partners.organisation s, territory.division s',
  'access.approve-assignment': 'access.assignment su',
  'access.end-assignment': 'access.assignment su',
  'access.read-messages': 'platform.message s',
  'access.send-again': 'platform.message su',
  'territory.read': 'territory.boundary s, territory.division s',
  'plan.read': 'plan.edition s, plan.goal s, plan.phase s, plan.pilot_county s, plan.plan s',
  'plan.read-parameters': 'plan.parameter s',
  'plan.set-parameter': 'plan.parameter siu',
  'plan.set-quota': 'plan.pilot_county s, plan.quota siu',
  'plan.read-quotas': 'plan.quota s',
  'plan.add-pilot-county': 'plan.pilot_county si',
  'plan.publish-edition': 'plan.edition si, plan.goal i, plan.phase i, plan.plan su',
  'occupations.read':
    'occupations.chain_step s, occupations.field s, occupations.list_edition s, occupations.offer s, occupations.value_chain s',
  'occupations.offer': 'occupations.field s, occupations.list_edition s, occupations.offer siu, territory.division s',
  'partners.read': 'partners.membership s, partners.organisation s',
  'partners.add-organisation': 'partners.organisation siu',
  'partners.add-membership': 'partners.membership siu, partners.organisation s, territory.division s',
  'partners.set-capacity': 'partners.capacity siu, partners.organisation s, territory.division s',
  'partners.read-capacities': 'partners.capacity s, partners.organisation s',
  'partners.read-pledges':
    'partners.organisation s, partners.pledge s, partners.pledge_move s, partners.pledge_part s, partners.vetting s?, plan.pilot_county s',
  'partners.announce-pledge':
    'partners.membership s, partners.organisation s, partners.pledge si, partners.pledge_move i, partners.pledge_part i, plan.parameter s, plan.pilot_county s, territory.division s',
  'partners.write-pledge':
    'partners.organisation s, partners.pledge su, partners.pledge_move i, partners.pledge_part i, plan.parameter s, plan.pilot_county s',
  'partners.vet':
    'partners.application su, partners.membership i, partners.organisation si, partners.pledge su, partners.pledge_move i, partners.vetting si, plan.parameter s, plan.pilot_county s',
  'partners.sign-pledge': 'partners.organisation s, partners.pledge su, partners.pledge_move i, plan.parameter s, plan.pilot_county s',
  'partners.apply': 'partners.application i, plan.parameter s, territory.division s',
  'mine.read-door': 'access.pin s, people.contact s, people.person s',
  'mine.set-pin': 'access.pin siu, people.contact s, people.person s',
  'mine.lock-door': 'access.pin su, people.contact s, people.person s',
  'mine.read-road':
    'enrolment.appeal s, enrolment.case s, enrolment.case_move s, enrolment.decision s, enrolment.telling s, interviews.interview s, interviews.panel_member s, interviews.room s, interviews.session s, partners.organisation s, pathways.step s, pathways.work_plan s, people.request s, plan.parameter s',
  'mine.answer-talk': 'enrolment.case s, interviews.interview su, interviews.panel_member s, people.person s, people.request si',
  'mine.read-readers': 'partners.organisation s, platform.history s',
  'mine.read-consents': 'people.consent s, people.person s',
  'mine.withdraw-consent': 'enrolment.case s, people.consent su, people.contact u, people.person s',
  'mine.read-steps': 'enrolment.case s, partners.organisation s, pathways.step s, pathways.work_plan s, people.identity s, people.person s',
  'mine.answer-step':
    'enrolment.case s, partners.organisation s, pathways.step su, pathways.work_plan s, people.identity s, people.person s',
  'mine.read-work':
    'market.lot s, market.lot_terms s, matching.opportunity s, matching.proposal s, partners.organisation s, people.identity s',
  'mine.answer-work':
    'enrolment.case s, market.kit_move s, market.lot su, market.lot_terms su, matching.answer i, matching.opportunity s, matching.proposal su, partners.organisation s, people.identity s, people.person s',
  'mine.read-goods':
    'businesses.blocked_week s, businesses.business s, businesses.hub_member s, businesses.permit s, businesses.permit_paper s, businesses.product s, businesses.product_photo s, businesses.product_price s, businesses.profile s, enrolment.case s, occupations.field s, occupations.list_edition s',
  'mine.hide-goods':
    'businesses.blocked_week s, businesses.hub_member s, businesses.product su, businesses.product_photo s, businesses.product_price s, businesses.showing i, people.person s',
  'mine.open-money': 'enrolment.case s',
  'mine.read-money':
    'enrolment.case s, market.entry s, market.inspection s, market.kit_move s, market.lot s, market.lot_terms s, outcomes.price_index s, partners.organisation s, pathways.insurance s, pathways.loan s, pathways.loan_hands s, pathways.step s, pathways.work_plan s, people.identity s, people.person s, plan.parameter s, plan.plan s',
  'mine.confirm-money':
    'enrolment.case su, market.dispute s, market.entry si, market.inspection s, market.kit_move s, market.lot su, market.lot_terms s, partners.organisation s, people.identity s, people.person s',
  'mine.ask-again': 'enrolment.appeal si, enrolment.case su, enrolment.decision s, enrolment.telling s, plan.parameter s',
  'mine.ask': 'enrolment.case s, people.person s, people.request si',
  'people.read-requests': 'people.person s, people.request s',
  'people.answer-request': 'people.person s, people.request su',
  'people.read-file':
    'people.address s, people.contact s, people.ground s, people.household s, people.identity s, people.person s, people.skill s',
  'people.open-file': 'people.ground s, people.household s, people.identity s, people.person s',
  'people.read-contact': 'people.contact s, people.person s',
  'people.change-contact': 'people.contact su, people.person s',
  'people.read-consents': 'people.consent s, people.person s',
  'people.give-consent':
    'people.consent si, people.consent_code siu, people.contact su, people.paper su, people.person s, platform.message i',
  'people.withdraw-consent': 'people.consent u, people.contact u, people.person s',
  'people.read-readers': 'partners.organisation s, people.person s, platform.history s',
  'people.change-groups':
    'people.address su, people.consent s, people.document s, people.ground siu, people.health siu, people.household su, people.income siu, people.person s, people.safety siu',
  'people.read-means': 'people.consent s, people.health s, people.income s, people.person s',
  'people.read-safety': 'people.person s, people.safety s',
  'people.read-documents': 'people.document s, people.person s, platform.file s',
  'people.open-documents': 'people.document s, people.person s, platform.file s',
  'people.add-document': 'people.document si, people.person s, platform.file si',
  'people.read-barred-officers': 'people.person s',
  'people.bar-officer': 'people.person s',
  'people.print-paper': 'people.paper si, people.person s',
  'people.break-glass': 'people.broken_glass si, people.person s',
  'people.read-behind-glass':
    'people.address s, people.broken_glass s, people.contact s, people.identity s, people.person s, people.safety s',
  'people.read-broken-glass': 'people.broken_glass s',
  'people.read-mass-reads': 'people.mass_read_review s, plan.parameter s, platform.history s',
  'people.review-mass-read': 'people.mass_read_review siu, plan.parameter s, platform.history s',
  'people.review-broken-glass': 'people.broken_glass su',
  'enrolment.settle-same-person':
    'enrolment.appeal s, enrolment.case su, enrolment.joined_file siu, enrolment.out_of_turn s, people.same_person siu',
  'enrolment.import':
    'enrolment.import siu, enrolment.import_row iu, enrolment.mapping_memory siu, enrolment.nomination s, platform.file i, territory.division s',
  'enrolment.read-imports': 'enrolment.import s, enrolment.import_row s',
  'enrolment.read-cases': 'enrolment.case s, enrolment.counter s',
  'enrolment.read-own-cases': 'enrolment.carried s, enrolment.case s, people.identity s',
  'enrolment.read-introduced': 'enrolment.case s, people.share s',
  'enrolment.read-counters': 'enrolment.counter s, enrolment.place_count s',
  'enrolment.take-file': 'plan.parameter s',
  'enrolment.try-contact': 'enrolment.case su, enrolment.contact_try si, people.consent s, plan.parameter s',
  'enrolment.register':
    'enrolment.case su, enrolment.registration_draft siu, enrolment.told_fact s, people.address siu, people.consent s, people.ground siu, people.household siu, people.identity su, people.paper su, people.person s, people.skill iu, plan.parameter s',
  'enrolment.withdraw': 'enrolment.case su, plan.parameter s',
  'enrolment.hold': 'enrolment.case su',
  'enrolment.resume': 'enrolment.case su',
  'enrolment.leave': 'enrolment.case su, enrolment.referral_place s',
  'enrolment.re-enter': 'enrolment.case su, people.consent s, plan.parameter s',
  'enrolment.ask-transfer': 'enrolment.case su, enrolment.county_transfer i, plan.pilot_county s',
  'enrolment.read-transfers': 'enrolment.county_transfer s',
  'enrolment.accept-transfer': 'enrolment.county_transfer su, plan.parameter s',
  'enrolment.reassign': 'plan.parameter s',
  'enrolment.tell-support-status': 'enrolment.support_list i, enrolment.support_row i, partners.organisation s',
  'enrolment.ask-enquiry': 'enrolment.case su, enrolment.enquiry i, partners.organisation s, people.consent s, plan.parameter s',
  'enrolment.answer-enquiry': 'enrolment.enquiry su, enrolment.support_period i, people.consent s, people.identity s, people.person s',
  'enrolment.decide':
    'enrolment.case su, enrolment.decision si, enrolment.deprived_area s, enrolment.referral_place s, enrolment.support_period si, enrolment.told_fact s, partners.membership s, partners.organisation s, people.consent s, people.ground s, people.household s, people.identity s, people.person s, plan.parameter s, plan.pilot_county s',
  'enrolment.read-decision':
    'enrolment.appeal s, enrolment.case s, enrolment.decision s, enrolment.referral_place s, enrolment.telling s, plan.parameter s',
  'enrolment.tell-decision': 'enrolment.appeal s, enrolment.case su, enrolment.decision s, enrolment.telling si, people.person s',
  'enrolment.file-appeal':
    'enrolment.appeal si, enrolment.case su, enrolment.decision s, enrolment.telling s, people.person s, plan.parameter s',
  'enrolment.assign-appeal': 'enrolment.appeal su',
  'enrolment.read-appeals': 'enrolment.appeal s, partners.organisation s',
  'enrolment.answer-appeal':
    'enrolment.appeal su, enrolment.case su, enrolment.decision s, enrolment.referral_place s, partners.organisation s, people.person s, plan.parameter s',
  'enrolment.read-queue': 'enrolment.case s, enrolment.counter s, enrolment.place_count s, plan.quota s',
  'enrolment.grant-place': 'enrolment.case su, enrolment.place_count siu, plan.parameter s, plan.quota su',
  'enrolment.answer-place': 'enrolment.case su',
  'enrolment.read-support': 'enrolment.case s, enrolment.support_period s, partners.organisation s',
  'enrolment.tell-fact': 'enrolment.case su, enrolment.told_fact i',
  'enrolment.read-undecided': 'enrolment.case s',
  'enrolment.read-referral-places': 'enrolment.deprived_area s, enrolment.referral_place s',
  'enrolment.set-priorities': 'enrolment.deprived_area i, enrolment.referral_place i',
  'enrolment.propose-out-of-turn': 'enrolment.case su, enrolment.out_of_turn si',
  'enrolment.settle-out-of-turn': 'enrolment.case su, enrolment.out_of_turn su, enrolment.place_count siu, plan.parameter s, plan.quota su',
  'enrolment.read-open-figures': 'plan.plan s',
  'enrolment.read-decision-figures': 'enrolment.decision_count s',
  'interviews.read-instrument': 'interviews.anchor s, interviews.instrument s, interviews.item s, interviews.never_asked s',
  'interviews.plan-sessions':
    'enrolment.case s, interviews.instrument s, interviews.interview siu, interviews.member siu, interviews.panel_member siu, interviews.room si, interviews.session siu, interviews.slot i, partners.membership s, partners.organisation s',
  'interviews.read-sessions':
    'interviews.panel_member s, interviews.room s, interviews.session s, partners.organisation s; PO EX: enrolment.case s',
  'interviews.read-waiting': 'enrolment.case s, interviews.interview s',
  'interviews.propose': 'enrolment.case s, interviews.interview siu, interviews.panel_member s, interviews.session s, interviews.slot s',
  'interviews.read-interviews':
    'enrolment.case s, interviews.interview s, interviews.panel_member s, interviews.room s, interviews.session s, interviews.stop_note s, partners.organisation s, people.contact s, people.person s',
  'interviews.invite':
    'interviews.interview su, interviews.panel_member s, people.consent s, people.contact s, people.person s, plan.parameter s, platform.message i',
  'interviews.read-stop-notes': 'interviews.interview s, interviews.stop_note s, people.person s',
  'interviews.ask-second': 'interviews.agreed s, interviews.interview siu',
  'interviews.ask-means': 'interviews.interview s, interviews.seat su',
  'interviews.call-from-seat': 'interviews.interview s, interviews.seat s',
  'interviews.sit':
    'interviews.agreed si, interviews.anchor s, interviews.answer siu, interviews.dissent i, interviews.evidence siu, interviews.instrument s, interviews.interview s, interviews.item s, interviews.mark siu, interviews.never_asked s, interviews.panel_member s, interviews.result si, interviews.seat su, interviews.stop_note i, occupations.field s, occupations.list_edition s, partners.organisation s, plan.parameter s',
  'interviews.read-result':
    'enrolment.case s, interviews.agreed s, interviews.anchor s, interviews.answer s, interviews.change_wish s, interviews.dissent s, interviews.evidence s, interviews.instrument s, interviews.interview s, interviews.item s, interviews.never_asked s, interviews.result s, occupations.field s, occupations.list_edition s, people.person s',
  'interviews.read-second-readings': 'enrolment.case s, interviews.interview s',
  'interviews.read-answers':
    'enrolment.case s, interviews.anchor s, interviews.answer s, interviews.evidence s, interviews.instrument s, interviews.interview s, interviews.item s, interviews.never_asked s, interviews.result s, occupations.field s, occupations.list_edition s, people.person s',
  'interviews.tell':
    'enrolment.case su, interviews.agreed s, interviews.change_wish i, interviews.interview su, interviews.result su, people.person s',
  'interviews.read-drift': 'interviews.drift s, interviews.member s, partners.organisation s',
  'pathways.read-exit-table': 'pathways.exit_edition s, pathways.exit_row s',
  'pathways.publish-exit-table': 'pathways.exit_edition si, pathways.exit_row si, plan.parameter s',
  'pathways.show-exit-table':
    'enrolment.case su, enrolment.support_period s, partners.organisation s, pathways.exit_answer s, pathways.exit_edition s, pathways.exit_row s, pathways.exit_showing si, people.ground s, people.identity s, people.person s',
  'pathways.answer-exit-table':
    'enrolment.case su, enrolment.support_period s, partners.organisation s, pathways.exit_answer siu, pathways.exit_edition s, pathways.exit_row s, pathways.exit_showing s, people.ground s, people.identity s, people.person s',
  'pathways.read-work-plan':
    'enrolment.case s, partners.organisation s, pathways.step s, pathways.work_plan s, people.identity s, people.person s',
  'pathways.write-work-plan':
    'enrolment.case su, occupations.field s, occupations.list_edition s, occupations.offer s, partners.membership s, partners.organisation s, pathways.step siu, pathways.work_plan siu, people.consent s, people.identity s, people.person s',
  'pathways.answer-step': 'pathways.step su, people.person s',
  'pathways.move-step': 'enrolment.case su?, pathways.step su',
  'pathways.read-own-steps': 'pathways.step s',
  'pathways.read-notes':
    'enrolment.case s, pathways.confidential_note s, pathways.contact s, pathways.note s, pathways.note_opening s, people.person s',
  'pathways.write-note':
    'enrolment.case su, pathways.confidential_note si, pathways.contact si, pathways.note si, pathways.note_opening s, people.consent s, people.person s',
  'pathways.open-notes':
    'enrolment.case su, pathways.confidential_note s, pathways.contact s, pathways.note s, pathways.note_opening siu, people.person s',
  'pathways.read-support':
    'enrolment.case s, partners.capacity s, partners.organisation s, pathways.intervention s, pathways.referral s, people.identity s',
  'pathways.refer':
    'enrolment.case su, partners.capacity s, partners.membership s, partners.organisation s, pathways.intervention s, pathways.referral siu, people.consent s, people.identity s, plan.parameter s',
  'pathways.answer-referral': 'pathways.intervention i, pathways.referral su',
  'pathways.read-loans': 'enrolment.case s, partners.organisation s, pathways.loan s, pathways.loan_hands s, people.identity s',
  'pathways.keep-loan':
    'enrolment.case su, partners.organisation s, pathways.loan siu, pathways.loan_hands siu, people.consent s, people.identity s',
  'pathways.read-insurances': 'enrolment.case s, partners.organisation s, pathways.insurance s, people.identity s',
  'pathways.keep-insurance': 'enrolment.case su, partners.organisation s, pathways.insurance siu, people.consent s, people.identity s',
  'pathways.read-centres': 'pathways.centre s, pathways.centre_guide s',
  'pathways.keep-centre': 'pathways.centre siu, pathways.centre_guide siu',
  'pathways.read-centre-place': 'enrolment.case s, pathways.centre s, pathways.centre_place s',
  'pathways.take-centre-place': 'enrolment.case su, pathways.centre s, pathways.centre_place siu, people.consent s',
  'pathways.read-guide':
    'enrolment.case s, partners.organisation s, pathways.centre s, pathways.centre_guide s, pathways.handover s, plan.parameter s',
  'pathways.propose-handover':
    'enrolment.case su, partners.organisation s, pathways.centre s, pathways.centre_guide s, pathways.handover s, plan.parameter s',
  'pathways.order-handover': '',
  'pathways.read-handovers': 'pathways.handover s',
  'pathways.answer-handover': 'pathways.handover s, plan.parameter s',
  'pathways.withdraw-handover': '',
  'pathways.tell-new-guide':
    'enrolment.case su, partners.organisation s, pathways.centre s, pathways.centre_guide s, pathways.guide_told siu, pathways.handover s, plan.parameter s',
  'pathways.read-own-loans': 'partners.organisation s, pathways.loan s',
  'pathways.answer-loan': 'partners.organisation s, pathways.loan su',
  'pathways.read-own-insurances': 'partners.organisation s, pathways.insurance s',
  'pathways.answer-insurance': 'partners.organisation s, pathways.insurance su',
  'pathways.read-own-referrals': 'partners.capacity s, pathways.referral s',
  'pathways.write-intervention':
    'enrolment.case su, partners.capacity s, partners.organisation s, pathways.intervention si, pathways.referral s, people.consent s, people.identity s',
  'worklist.read-today': 'enrolment.case s, pathways.contact s, pathways.step s, people.identity s',
  'businesses.read':
    'businesses.blocked_week s, businesses.business s, businesses.hub s, businesses.hub_member s, businesses.product s, businesses.product_photo s, businesses.product_price s, businesses.permit s, businesses.permit_move s, businesses.permit_paper s, businesses.profile s, businesses.review s, enrolment.case s, occupations.field s, occupations.list_edition s, partners.membership s, partners.organisation s, people.identity s',
  'businesses.register':
    'people.identity s, businesses.business siu, businesses.hub_member su, businesses.permit s, businesses.permit_move s, businesses.permit_paper s, businesses.profile si, businesses.review s, enrolment.case su, occupations.field s, occupations.list_edition s, occupations.offer s, partners.membership s, partners.organisation s',
  'businesses.keep-permit':
    'businesses.business su, businesses.permit siu, businesses.permit_move si, businesses.permit_paper siu, businesses.profile s, businesses.review siu, occupations.field s, occupations.list_edition s, partners.membership s, partners.organisation s, people.consent s, plan.parameter s',
  'businesses.answer-review': 'businesses.review su, occupations.field s, occupations.list_edition s',
  'businesses.read-own-reviews': 'businesses.review s, occupations.field s, occupations.list_edition s',
  'businesses.read-standings': 'businesses.business s, businesses.permit s',
  'matching.read-opportunities': 'matching.opportunity s, occupations.field s, occupations.list_edition s, partners.organisation s',
  'matching.open-opportunity':
    'matching.opportunity siu, occupations.field s, occupations.list_edition s, partners.organisation s, partners.pledge s',
  'matching.run': 'matching.opportunity su, matching.proposal i, matching.run si, matching.turn i, matching.weighed i, plan.parameter s',
  'matching.read-runs': 'matching.opportunity s, matching.run s',
  'matching.read-weighed': 'matching.run s, matching.weighed s',
  'matching.read-proposals':
    'matching.opportunity s, matching.proposal s, partners.organisation s; GD: matching.answer s, people.identity s',
  'matching.look-at':
    'enrolment.case s, matching.answer s, matching.mark siu, matching.opportunity s, matching.proposal su, matching.turn s, matching.weighed s, partners.organisation s, people.identity s, plan.parameter s',
  'matching.answer':
    'enrolment.case s, matching.answer si, matching.opportunity s, matching.proposal su, partners.organisation s, people.identity s, people.person s',
  'oversight.read-scopes':
    'oversight.deliverable s, oversight.deliverable_move s, oversight.deliverable_paper s, oversight.milestone s, oversight.notice s, oversight.scope s, oversight.scope_item s, partners.organisation s',
  'oversight.read-sheets':
    'enrolment.case s, enrolment.counter s, enrolment.place_count s, oversight.deliverable s, oversight.notice s, oversight.resolution s, oversight.sheet s, partners.organisation s, partners.pledge s, plan.pilot_county s, plan.quota s, reforms.arrangement s, reforms.obstacle s, territory.division s, oversight.visit s?',
  'oversight.issue-sheet':
    'enrolment.case s, enrolment.counter s, enrolment.place_count s, oversight.deliverable s, oversight.notice s, oversight.resolution s, oversight.sheet i, partners.organisation s, partners.pledge s, plan.pilot_county s, plan.quota s, reforms.arrangement s, reforms.obstacle s, territory.division s, oversight.visit s?',
  'oversight.open-scope':
    'oversight.deliverable si, oversight.milestone si, oversight.scope si, oversight.scope_item si, partners.membership s, partners.organisation s',
  'oversight.submit': 'oversight.deliverable su, oversight.deliverable_move si, oversight.deliverable_paper siu',
  'oversight.accept': 'oversight.deliverable su, oversight.deliverable_move si, oversight.deliverable_paper s',
  'oversight.read-action-plan':
    'enrolment.case s, enrolment.case_move s, interviews.interview s, market.lot s, oversight.monthly_sheet s, oversight.planned_act s, partners.organisation s',
  'oversight.plan-act':
    'enrolment.case s, enrolment.case_move s, interviews.interview s, market.lot s, oversight.planned_act siu, partners.organisation s',
  'oversight.submit-sheet':
    'enrolment.case s, enrolment.case_move s, interviews.interview s, market.lot s, oversight.deliverable s, oversight.monthly_sheet siu, oversight.planned_act s, partners.organisation s, plan.quota s',
  'oversight.answer-sheet': 'oversight.monthly_sheet su, partners.organisation s',
  'oversight.read-county':
    'enrolment.case s, enrolment.case_move s, enrolment.place_count s, oversight.deliverable s, oversight.monthly_sheet s, oversight.notice s, oversight.resolution s, partners.organisation s, plan.plan s, plan.quota s, oversight.visit s?',
  'oversight.read-conformity':
    'amayesh.study s, enrolment.case s, enrolment.case_move s, interviews.interview s, market.lot s, market.order s, occupations.offer s, plan.pilot_county s, plan.plan s',
  'oversight.read-lessons': 'oversight.lesson s',
  'oversight.note-lesson':
    'enrolment.case s, enrolment.case_move s, interviews.interview s, market.lot s, oversight.lesson si, plan.plan s',
  'oversight.settle-lesson': 'oversight.lesson su, plan.edition s',
  'oversight.send-notice': 'oversight.deliverable s, oversight.notice si, oversight.scope s',
  'oversight.answer-notice': 'oversight.notice su',
  'oversight.file-grievance': 'enrolment.case s, oversight.grievance i, partners.organisation s, plan.parameter s, territory.division s',
  'oversight.file-for-her': 'enrolment.case s, oversight.grievance si, partners.organisation s, plan.parameter s, territory.division s',
  'oversight.read-grievances': 'oversight.grievance s, partners.organisation s',
  'oversight.pass-grievance': 'oversight.grievance su, partners.organisation s, territory.division s',
  'oversight.answer-grievance': 'oversight.grievance su, partners.organisation s, plan.parameter s',
  'oversight.take-over-grievance': 'oversight.grievance su, partners.organisation s, plan.parameter s',
  'oversight.complain': 'oversight.grievance i, plan.parameter s, territory.division s',
  'oversight.own-grievances':
    'oversight.grievance siu, oversight.grievance_text s, partners.organisation s, people.person s, plan.parameter s, territory.division s',
  'oversight.read-grievance-figures': '',
  'oversight.read-meetings':
    'oversight.idea s, oversight.meeting s, oversight.meeting_member s, oversight.resolution s, partners.organisation s, territory.division s',
  'oversight.call-meeting':
    'oversight.idea s, oversight.meeting si, oversight.meeting_member si, oversight.resolution s, partners.organisation s, plan.parameter s',
  'oversight.call-province-meeting':
    'oversight.idea s, oversight.meeting si, oversight.meeting_member si, oversight.resolution s, partners.organisation s, plan.parameter s',
  'oversight.run-meeting':
    'oversight.idea si, oversight.meeting su, oversight.meeting_member su, oversight.resolution siu, oversight.resolution_move si, partners.organisation s, plan.parameter s, reforms.obstacle s',
  'oversight.answer-idea': 'oversight.idea su, partners.organisation s',
  'oversight.read-resolutions':
    'oversight.meeting s, oversight.meeting_member s, oversight.resolution s, oversight.resolution_move s, partners.organisation s, territory.division s, reforms.obstacle s',
  'oversight.follow-resolution':
    'oversight.meeting s, oversight.meeting_member s, oversight.resolution su, oversight.resolution_move si, partners.organisation s, plan.parameter s, reforms.obstacle s',
  'oversight.answer-resolution':
    'oversight.meeting s, oversight.meeting_member s, oversight.resolution su, oversight.resolution_move si, partners.organisation s, reforms.obstacle s',
  'oversight.read-visits':
    'oversight.finding s, oversight.finding_photo s, oversight.visit s, partners.organisation s, territory.division s',
  'oversight.plan-visit': 'enrolment.case s, oversight.finding s, oversight.finding_photo s, oversight.visit siu, partners.organisation s',
  'oversight.hold-visit':
    'enrolment.case s, oversight.finding siu, oversight.finding_photo siu, oversight.visit su, partners.organisation s',
  'oversight.keep-visit-word': 'enrolment.case su, oversight.visit su, people.person s',
  'oversight.read-findings': 'oversight.finding s, oversight.finding_photo s',
  'oversight.report-finding': 'oversight.finding su, oversight.finding_photo s',
  'oversight.judge-finding': 'oversight.finding su, oversight.finding_photo s',
  'oversight.read-visit-figures': 'oversight.finding s, oversight.visit s',
  'market.read-orders': 'market.order s, partners.organisation s, plan.parameter s',
  'market.request-order': 'market.order_request i, plan.parameter s',
  'market.read-order-requests': 'market.order_request s',
  'market.answer-order-request': 'market.order_request su, plan.parameter s',
  'market.call':
    'market.order si, market.order_request su, partners.membership s, partners.organisation s, partners.pledge s, plan.parameter s',
  'market.answer-call': 'market.order su, partners.organisation s, plan.parameter s',
  'market.measure': 'market.order su, partners.organisation s, plan.parameter s',
  'market.except-floor': 'market.order su, partners.organisation s, plan.parameter s',
  'market.read-homes': 'market.home s, market.lot s, market.order s; GD: people.identity s',
  'market.put-forward': 'enrolment.case s, market.home si, market.lot s, market.order s, people.identity s',
  'market.split':
    'market.home s, market.lot si, market.lot_terms i, market.order s, matching.opportunity i, occupations.field s, occupations.list_edition s, partners.organisation s, plan.parameter s',
  'market.read-lots': 'market.lot s, market.lot_terms s, partners.organisation s; GD: people.identity s',
  'market.answer-terms':
    'market.kit_move s, market.lot su, market.lot_terms su, partners.organisation s, people.identity s, people.person s',
  'market.read-own-lots': 'market.order s',
  'market.accept-own': 'market.order s',
  'market.read-standings': 'market.lot s',
  'businesses.keep-products':
    'businesses.blocked_week siu, businesses.business su, businesses.hub s, businesses.hub_member siu, businesses.product siu, businesses.product_photo si, businesses.product_price siu, businesses.profile s, businesses.showing i, people.person s, platform.file i',
  'businesses.test-capacity': 'businesses.product su',
  'businesses.read-photo': 'businesses.product_photo s',
  'businesses.read-products':
    'businesses.product s, businesses.product_photo s, businesses.product_price s, occupations.field s, occupations.list_edition s',
  'businesses.read-open-goods': 'occupations.field s, occupations.list_edition s',
  'businesses.read-card': 'businesses.review s, occupations.field s, occupations.list_edition s',
  'businesses.read-hubs': 'businesses.hub s',
  'businesses.keep-hub': 'access.assignment s, businesses.hub siu',
  'businesses.read-members': 'businesses.hub s, businesses.hub_member s, businesses.product s, businesses.product_photo s',
  'market.read-work':
    'market.deduction s, market.dispute s, market.entry s, market.inspection s, market.kit_move s, market.lot s, market.lot_terms s, market.photo s, partners.organisation s; GD: people.identity s',
  'market.work-lot':
    'market.entry s, market.inspection si, market.kit_move si, market.lot su, market.lot_terms s, market.photo si, partners.organisation s',
  'market.record-money':
    'market.deduction s, market.entry si, market.inspection s, market.kit_move s, market.lot su, market.lot_terms s, partners.organisation s',
  'market.confirm-payment':
    'enrolment.case su, market.dispute s, market.entry si, market.inspection s, market.kit_move s, market.lot su, market.lot_terms s, partners.organisation s, people.identity s, people.person s',
  'market.end-order': 'market.order su, matching.opportunity u',
  'market.open-dispute': 'market.deduction s, market.dispute siu, market.lot su, market.lot_terms s, plan.parameter s',
  'market.settle-dispute': 'market.deduction s, market.dispute su, market.entry i, market.inspection s, market.lot su, market.lot_terms s',
  'market.deduct': 'market.deduction siu, market.dispute s, market.entry si, market.lot su, market.lot_terms s',
  'market.read-realisation': 'partners.organisation s, partners.pledge s',
  'outcomes.read-price-index': 'outcomes.price_index s, plan.plan s',
  'outcomes.enter-price-index': 'outcomes.price_index si',
  'amayesh.read':
    'amayesh.buyer s, amayesh.figure s, amayesh.finding s, amayesh.link_actor s, amayesh.study s, occupations.chain_step s, occupations.field s, occupations.list_edition s, occupations.offer s, occupations.value_chain s, partners.organisation s, partners.pledge s, plan.pilot_county s, territory.division s',
  'amayesh.read-standing':
    'occupations.field s, occupations.list_edition s, occupations.offer s, partners.organisation s, partners.pledge s, plan.pilot_county s, territory.division s',
  'amayesh.keep-buyer': 'amayesh.buyer siu, occupations.field s, occupations.list_edition s, territory.division s',
  'amayesh.keep-figure':
    'amayesh.figure i, amayesh.link_actor siu, occupations.chain_step s, occupations.value_chain s, territory.division s',
  'amayesh.study':
    'amayesh.finding siu, amayesh.study siu, occupations.field s, occupations.list_edition s, partners.organisation s, territory.division s',
  'amayesh.conclude':
    'amayesh.buyer s, amayesh.finding su, amayesh.study su, occupations.field s, occupations.list_edition s, occupations.offer si, partners.organisation s, partners.pledge s, plan.pilot_county s',
  'reforms.read':
    'reforms.arrangement s, reforms.arrangement_move s, reforms.letter s, reforms.obstacle s, reforms.obstacle_move s; PO CA AU GD: enrolment.case s, reforms.blocked_case s',
  'reforms.raise':
    'enrolment.case s?, reforms.obstacle si, reforms.obstacle_move i, territory.division s; GD: reforms.blocked_case i; PO CA: reforms.blocked_case s',
  'reforms.block-case':
    'enrolment.case s, reforms.arrangement s, reforms.arrangement_move s, reforms.blocked_case siu, reforms.letter s, reforms.obstacle s, reforms.obstacle_move s',
  'reforms.move':
    'enrolment.case s, reforms.arrangement s, reforms.arrangement_move s, reforms.blocked_case s, reforms.letter si, reforms.obstacle su, reforms.obstacle_move si',
  'reforms.keep-arrangement': 'reforms.arrangement siu, reforms.arrangement_move i, reforms.obstacle s',
  'outcomes.read-releases': 'outcomes.release s',
  'outcomes.publish':
    'outcomes.release siu, partners.organisation s, partners.pledge s, plan.parameter s, plan.pilot_county s, plan.quota s, territory.division s',
  'outcomes.read-board':
    'partners.organisation s, partners.pledge s, plan.parameter s, plan.pilot_county s, plan.quota s, territory.division s',
  'outcomes.call':
    'outcomes.answer i, outcomes.call_try si, outcomes.choice s, outcomes.follow_up su, outcomes.question s, plan.parameter s',
  'outcomes.read-follow-ups': 'outcomes.follow_up s',
  'outcomes.read-outcome':
    'enrolment.case s, outcomes.answer s, outcomes.baseline s, outcomes.snapshot s, people.consent s, people.person s, plan.parameter s, plan.plan s',
  'outcomes.read-snapshots': '',
  'outcomes.correct-snapshot': 'plan.parameter s, plan.plan s',
  'outcomes.give-call': 'outcomes.follow_up su',
  'worklist.read':
    'PO EX AG GD: enrolment.case s; PO: access.assignment s, enrolment.appeal s, platform.history s, plan.parameter s, enrolment.counter s, enrolment.out_of_turn s, enrolment.place_count s, plan.quota s; AG: enrolment.appeal s, enrolment.enquiry s, pathways.step s; GD: enrolment.carried s, enrolment.county_transfer s, matching.proposal s, pathways.contact s, pathways.exit_edition s, pathways.exit_showing s, pathways.step s, pathways.work_plan s, people.identity s, plan.parameter s; GD MO: market.deduction s, market.dispute s, market.home s, market.lot s, market.order s; AD: access.invitation s, platform.message s; PO CA EX AG GD MO OR AU: oversight.grievance s; PO CA EX GD MO: oversight.visit s?, oversight.finding s?; CA EX: oversight.deliverable s, oversight.monthly_sheet s, oversight.notice s; PO CA EX AG: oversight.idea s, oversight.meeting s, oversight.resolution s; CA AU: enrolment.case s',
  'road.read': 'enrolment.case s; AG AU CA EX PO: enrolment.case_move s, platform.history s; GD: people.identity s',
  'road.print-card':
    'enrolment.case s, interviews.interview s, interviews.room s, interviews.session s, partners.organisation s, pathways.step s, pathways.work_plan s, plan.parameter s, platform.history s',
  'road.print-roster': 'enrolment.case s, people.identity s',
  'exports.make':
    'partners.organisation s, partners.pledge s, plan.parameter s, plan.pilot_county s, reforms.obstacle s, territory.division s; AG: people.share s; AU CA EX PO AG: enrolment.case s, oversight.meeting s, oversight.meeting_member s, oversight.resolution s, plan.quota s; AU CA EX PO MO: market.order s, oversight.finding s, oversight.finding_photo s; AU CA EX PO: enrolment.counter s, enrolment.place_count s; AU CA PO: reforms.blocked_case s',
  'exports.read': 'partners.organisation s, platform.history s',
}
export type Verb = 's' | 'i' | 'u'
export interface Touch {
  readonly table: string
  readonly verb: Verb
}
export interface Declared extends Touch {
  /** Read for whoever has a right to it; the law answers nothing to the others. */
  readonly isForSome: boolean
  /** Whom the line concerns; everybody the action is given to, when absent. */
  readonly roles: readonly string[] | undefined
}
const VERBS: readonly Verb[] = ['s', 'i', 'u']
export function declaredIn(text: string): readonly Declared[] {
  return text
    .split('; ')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, held, list = ''] = /^(?:([A-Z ]+): )?(.*)$/.exec(part) ?? []
      return list.split(', ').flatMap((one) => {
        const [table = '', verbs = ''] = one.split(' ')
        return VERBS.filter((verb) => verbs.includes(verb)).map((verb) => ({
          table,
          verb,
          isForSome: verbs.endsWith('?'),
          roles: held?.split(' '),
        }))
      })
    })
}
const declared: ReadonlyMap<string, string> = new Map(Object.entries(touches))
const KEPT_OF_WRITES = 'platform.receipt si, platform.history i, platform.touched i'
/** What an action touches, with what the platform keeps of it. */
export function touchedBy(action: Action): readonly Declared[] {
  const routes = handled.filter(({ route }) => route.action === action).map(({ route }) => route)
  const kept = routes.some(({ method }) => method !== 'GET')
    ? KEPT_OF_WRITES
    : routes.some(({ logged }) => logged === true)
      ? 'platform.history i, platform.touched i'
      : ''
  return [...declaredIn(declared.get(action) ?? ''), ...declaredIn(kept)]
}
const known = new Map<string, readonly Declared[]>()
export function isDeclared(action: string, role: string, { table, verb }: Touch): boolean {
  if (!tables.includes(table) || !declared.has(action)) return true
  let touched = known.get(action)
  if (touched === undefined) {
    touched = touchedBy(actionNamed(action))
    known.set(action, touched)
  }
  return touched.some((one) => one.table === table && one.verb === verb && (one.roles === undefined || one.roles.includes(role)))
}
function actionNamed(name: string): Action {
  const found = handled.find(({ route }) => route.action === name)?.route.action
  if (found === undefined) throw new Error(`no route has the action ${name}`)
  return found
}
