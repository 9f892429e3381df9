import type { RegistrationFields } from '../contract/registration.ts'

/** Fields without which a registration is a draft. Care hours, settlement and craft may stay unknown; a ground without end has no end date. */
export const neededFields = [
  'bornOn',
  'ground',
  'groundFrom',
  'householdSize',
  'dependants',
  'dependantsUnderSeven',
  'hasDisability',
  'reads',
  'placeToWork',
  'districtCode',
] as const
export function missingFields(fields: RegistrationFields): readonly (typeof neededFields)[number][] {
  return neededFields.filter((name) => fields[name] === undefined || fields[name] === null)
}
export type RegistrationRefusal = 'enrolment.born-in-future' | 'enrolment.more-dependants-than-household'
export function reasonsNotToSave(fields: RegistrationFields, today: string): readonly RegistrationRefusal[] {
  const reasons: RegistrationRefusal[] = []
  if (fields.bornOn != null && fields.bornOn >= today) reasons.push('enrolment.born-in-future')
  const { householdSize, dependants, dependantsUnderSeven } = fields
  const isTooMany = (part: number | undefined, whole: number | undefined): boolean =>
    part !== undefined && whole !== undefined && part > whole
  if (isTooMany(dependants, householdSize) || isTooMany(dependantsUnderSeven, dependants ?? householdSize))
    reasons.push('enrolment.more-dependants-than-household')
  return reasons
}
