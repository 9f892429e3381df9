/** Every permission of the house, one section a room; plain strings, so that contracts may name them without importing policy. */
export const actions = [
  // access
  'access.read-self',
  // territory
  // plan
  // occupations
  // partners
  // people
  // enrolment
  // worklist (src/app)
  // road (src/app)
] as const
export type Action = (typeof actions)[number]
