/** Every permission of the house, one section a room; plain strings, so that contracts may name them without importing policy. */
export const actions = [
  // access
  'access.read-self',
  'access.read-demo-accounts',
  // territory
  'territory.read',
  // plan
  'plan.read',
  'plan.read-parameters',
  'plan.set-parameter',
  'plan.set-quota',
  'plan.read-quotas',
  'plan.add-pilot-county',
  // occupations
  'occupations.read',
  'occupations.offer',
  // partners
  'partners.read',
  'partners.add-organisation',
  'partners.add-membership',
  'partners.set-capacity',
  'partners.read-capacities',
  // people
  'people.read-file',
  'people.open-file',
  'people.change-contact',
  'people.read-consents',
  'people.give-consent',
  'people.withdraw-consent',
  'people.read-readers',
  // enrolment
  'enrolment.import',
  'enrolment.read-imports',
  'enrolment.read-cases',
  'enrolment.read-own-cases',
  'enrolment.read-introduced',
  'enrolment.read-counters',
  'enrolment.take-file',
  'enrolment.try-contact',
  'enrolment.register',
  'enrolment.withdraw',
  'enrolment.tell-support-status',
  'enrolment.ask-enquiry',
  'enrolment.answer-enquiry',
  'enrolment.decide',
  'enrolment.read-decision',
  'enrolment.file-appeal',
  'enrolment.assign-appeal',
  'enrolment.read-appeals',
  'enrolment.answer-appeal',
  'enrolment.read-queue',
  'enrolment.grant-place',
  'enrolment.answer-place',
  'enrolment.read-support',
  'enrolment.tell-fact',
  'enrolment.read-undecided',
  'enrolment.read-referral-places',
  'enrolment.set-priorities',
  'enrolment.propose-out-of-turn',
  'enrolment.settle-out-of-turn',
  'enrolment.read-open-figures',
  'enrolment.read-decision-figures',
  // worklist (src/app)
  'worklist.read',
  // road (src/app)
  'road.read',
] as const
export type Action = (typeof actions)[number]
