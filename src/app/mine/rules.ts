import type { LotState } from '../../modules/market/contract/states.ts'
import { reasonsNotToMoveLot } from '../../modules/market/rules/moves.ts'
import type { StepKind, StepState } from '../../modules/pathways/contract/work-plan.ts'

interface Read {
  readonly at: string
  readonly role: string
  readonly office: string | null
  readonly purpose: string | null
}
export interface Reader {
  readonly on: string
  readonly role: string
  readonly office: string | null
  readonly purpose: string | null
  readonly times: number
}
/** Who opened her file, a line a day: office, role and purpose, never a name, and never she herself. `dayOf` says on which day an instant lies. */
export function readersOf(reads: readonly Read[], dayOf: (at: string) => string): readonly Reader[] {
  const lines = new Map<string, Reader>()
  for (const { at, role, office, purpose } of reads.filter((one) => one.role !== 'W')) {
    const line = { on: dayOf(at), role, office, purpose }
    const key = JSON.stringify(line)
    lines.set(key, { ...line, times: (lines.get(key)?.times ?? 0) + 1 })
  }
  return [...lines.values()]
}
export type Stage = 'offered' | 'accepted' | 'working' | 'delivered'
const stages: Readonly<Partial<Record<LotState, Stage>>> = {
  offered: 'offered',
  'terms-read': 'offered',
  accepted: 'accepted',
  sample: 'working',
  ordered: 'working',
  'material-delivered': 'working',
  'material-short': 'working',
  produced: 'working',
  checked: 'working',
  delivered: 'delivered',
}
/** How far a lot is, in four words of hers; nothing of one that is about money by now, or that ended. */
export const stageOf = (state: LotState): Stage | undefined => stages[state]
export const mayDecline = (state: LotState): boolean => reasonsNotToMoveLot(state, 'declined').length === 0
const OWED: readonly LotState[] = ['due', 'paid-to-hub', 'paid-to-her', 'confirmed-by-her']
export const isAboutMoney = (state: LotState): boolean => OWED.includes(state)

/** Where a step of her plan is read and answered: on her pages, with her money behind her number, or spoken of with her guide (roles.md §2, §3.4). */
export type StepPlace = 'steps' | 'money' | 'guide'
const places: Readonly<Partial<Record<StepKind, StepPlace>>> = {
  loan: 'money',
  insurance: 'money',
  health: 'guide',
  care: 'guide',
  legal: 'guide',
}
export const stepPlace = (kind: StepKind): StepPlace => places[kind] ?? 'steps'
type OpenStep = 'proposed' | 'planned' | 'under-way'
export const isOpenStep = (state: StepState): state is OpenStep => state === 'proposed' || state === 'planned' || state === 'under-way'
