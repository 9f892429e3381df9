import { addDays } from '../../../platform/time.ts'
import type { ChecklistItem, PlaceKind, Seen } from '../contract/checklists.ts'
import type { VisitState } from '../contract/visits.ts'

/** The one table of moves of a visit. A dwelling begins with a question; her yes can be taken back until it was held. */
export const visitMoves = {
  asked: ['planned', 'declined', 'cancelled'],
  planned: ['held', 'declined', 'cancelled'],
  held: [],
  declined: [],
  cancelled: [],
} as const satisfies Record<VisitState, readonly VisitState[]>
export function reasonsNotToMoveVisit(from: VisitState, to: VisitState): readonly 'oversight.no-such-visit-move'[] {
  const allowed: readonly VisitState[] = visitMoves[from]
  return allowed.includes(to) ? [] : ['oversight.no-such-visit-move']
}

const hub = [
  'open-as-said',
  'weighing-fair',
  'receipts-written',
  'paid-on-time',
  'store-sound',
  'room-safe',
  'no-fee-taken',
  'complaint-way-seen',
] as const
const ofClass = [
  'held-as-planned',
  'trainer-there',
  'list-true',
  'room-fit',
  'children-cared-for',
  'fare-paid',
  'no-fee-taken',
  'complaint-way-seen',
] as const
const dwelling = ['yes-said-again', 'tools-arrived', 'material-arrived', 'work-safe', 'paid-as-written', 'no-fee-taken'] as const
/** The checklist of each kind of place, one list a version; a visit keeps the version it was planned with, and no list is changed once it stands here. */
export const checklists: Readonly<Record<PlaceKind, readonly (readonly ChecklistItem[])[]>> = {
  hub: [hub],
  class: [ofClass],
  dwelling: [dwelling],
}
export const newestVersion = (kind: PlaceKind): number => checklists[kind].length
export const itemsOf = (kind: PlaceKind, version: number): readonly ChecklistItem[] => checklists[kind][version - 1] ?? []

interface Planned {
  readonly placeKind: PlaceKind
  readonly hubId: string | null
  readonly placeName: string | null
  readonly fileNumber: string | null
  readonly plannedOn: string
  readonly isWomanVisitor: boolean
  readonly isUnmarkedCar: boolean
}
type PlanRefusal = 'oversight.place-missing' | 'oversight.dwelling-conditions' | 'oversight.visit-day-past'
/** Why a visit cannot be planned: no place, a day that is past, or a dwelling without a woman visitor and an unmarked car (roles.md §3.8). */
export function reasonsNotToPlan(one: Planned, today: string): readonly PlanRefusal[] {
  const reasons: PlanRefusal[] = []
  const isPlaced =
    one.placeKind === 'hub' ? one.hubId !== null : one.placeKind === 'class' ? one.placeName !== null : one.fileNumber !== null
  if (!isPlaced) reasons.push('oversight.place-missing')
  if (one.placeKind === 'dwelling' && !(one.isWomanVisitor && one.isUnmarkedCar)) reasons.push('oversight.dwelling-conditions')
  if (one.plannedOn < today) reasons.push('oversight.visit-day-past')
  return reasons
}
/** How many days what was written without a network may be on its way. */
export const DAYS_WITHOUT_NETWORK = 14
interface Written {
  readonly placeKind: PlaceKind
  readonly checklistVersion: number
  readonly heldOn: string
  readonly isKin: boolean
  readonly answers: Readonly<Partial<Record<ChecklistItem, Seen>>>
  readonly findings: readonly {
    readonly item: ChecklistItem
    readonly seen: string | null
    readonly act: string | null
    readonly dueOn: string
  }[]
}
type HoldRefusal =
  | 'oversight.visit-day-wrong'
  | 'oversight.visitor-is-kin'
  | 'oversight.checklist-unfinished'
  | 'oversight.act-missing'
  | 'oversight.act-day-wrong'
  | 'oversight.no-text-at-home'
/** Why what was written on the spot cannot stand: each line is answered, each serious one has its act and its day, and of a home nothing is written in words. */
export function reasonsNotToHold(one: Written, today: string): readonly HoldRefusal[] {
  const { answers, findings, heldOn, placeKind } = one
  const reasons: HoldRefusal[] = []
  const items = itemsOf(placeKind, one.checklistVersion)
  const wrong = (item: ChecklistItem): boolean => answers[item] === 'minor' || answers[item] === 'serious'
  if (heldOn > today || heldOn < addDays(today, -DAYS_WITHOUT_NETWORK)) reasons.push('oversight.visit-day-wrong')
  if (one.isKin) reasons.push('oversight.visitor-is-kin')
  const isWhole = items.every((item) => answers[item] !== undefined) && Object.keys(answers).length === items.length
  if (!isWhole || findings.some(({ item }) => !wrong(item))) reasons.push('oversight.checklist-unfinished')
  const isActed = (item: ChecklistItem): boolean =>
    findings.some((finding) => finding.item === item && (placeKind === 'dwelling' || finding.act !== null))
  if (items.some((item) => answers[item] === 'serious' && !isActed(item))) reasons.push('oversight.act-missing')
  if (findings.some(({ dueOn }) => dueOn <= heldOn)) reasons.push('oversight.act-day-wrong')
  if (placeKind === 'dwelling' && findings.some(({ seen, act }) => seen !== null || act !== null)) reasons.push('oversight.no-text-at-home')
  return reasons
}
/** Whom a visit goes to is opened from the day before to the day after, once she said yes. */
export function mayKnowWhom({ state, plannedOn }: { readonly state: VisitState; readonly plannedOn: string }, today: string): boolean {
  return state === 'planned' && today >= addDays(plannedOn, -1) && today <= addDays(plannedOn, 1)
}
export function isVisitOverdue({ state, plannedOn }: { readonly state: VisitState; readonly plannedOn: string }, today: string): boolean {
  return state === 'planned' && plannedOn < today
}
