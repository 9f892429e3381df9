import type { Outcome } from './snapshot.ts'

/** What later rooms and published figures may count of one case: no name, no village, no ground. Cells below ten are hidden by whoever counts. */
export interface OutcomeFacts extends Omit<Outcome, 'baseMonth'> {
  readonly caseId: string
  readonly countyCode: string
  readonly position: string
  /** The tier of her place; null where no decision put her into one. */
  readonly tier: number | null
  readonly registeredOn: string
  readonly agreedOn: string | null
}
