import type { LicenceState } from '../contract/centres.ts'

interface Days {
  readonly licenceFrom: string
  readonly licenceTo: string
}
/** A licence holds from its first to its last day, and is longer than one. */
export function reasonsNotToLicense({ licenceFrom, licenceTo }: Days): readonly 'pathways.licence-days-wrong'[] {
  return licenceTo > licenceFrom ? [] : ['pathways.licence-days-wrong']
}
/** How a licence stands on a day. */
export function licenceOn({ licenceFrom, licenceTo }: Days, day: string): LicenceState {
  if (day < licenceFrom) return 'to-come'
  return day > licenceTo ? 'over' : 'in-force'
}
