import type { Registration } from '../../people/port.ts'
import type { RegistrationFields } from '../contract/registration.ts'

/** The eighteen fields as the groups in which they are kept; a group is written once its needed fields are known. */
export function registrationOf(input: RegistrationFields & { readonly groundId: string }): Registration {
  return {
    fatherName: input.fatherName,
    bornOn: input.bornOn,
    ground: groundOf(input),
    household: householdOf(input),
    skill: skillOf(input),
    address: addressOf(input),
  }
}
function groundOf({
  ground,
  groundFrom,
  groundTo,
  groundSeen,
  groundId,
}: RegistrationFields & { readonly groundId: string }): Registration['ground'] {
  if (ground === undefined || groundFrom === undefined) return undefined
  return { id: groundId, precise: ground, validFrom: groundFrom, validTo: groundTo ?? null, isSeen: groundSeen === true }
}
function householdOf({
  householdSize,
  dependants,
  dependantsUnderSeven,
  hasDisability,
  careHours,
}: RegistrationFields): Registration['household'] {
  if (householdSize === undefined || dependants === undefined || dependantsUnderSeven === undefined || hasDisability === undefined)
    return undefined
  return { size: householdSize, dependants, dependantsUnderSeven, hasDisability, careHours: careHours ?? null }
}
function skillOf({ education, reads, knownFieldCode, placeToWork, phoneKind }: RegistrationFields): Registration['skill'] {
  const known = [education, reads, knownFieldCode, placeToWork, phoneKind].some((one) => one !== undefined)
  return known
    ? {
        education: education ?? null,
        reads: reads ?? null,
        knownFieldCode: knownFieldCode ?? null,
        placeToWork: placeToWork ?? null,
        phoneKind: phoneKind ?? null,
      }
    : undefined
}
function addressOf({ districtCode, settlement }: RegistrationFields): Registration['address'] {
  if (districtCode === undefined && settlement === undefined) return undefined
  return { districtCode: districtCode ?? null, settlement: settlement ?? null, address: null }
}
