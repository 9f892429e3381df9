import { addDays } from '../../platform/time.ts'
import { modelPhases, type NewPhase, type ParameterName, type ParameterValue, type Phase, parameterShapes } from './contract.ts'

interface Dated {
  readonly countyCode: string | null
  readonly validFrom: string
  readonly validTo: string | null
}
/** Whether a dated row is in force on a day; both ends included. */
export function isInForce({ validFrom, validTo }: Pick<Dated, 'validFrom' | 'validTo'>, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}
/** The row in force on a day for a county: its own when it has one, the plan's otherwise; of several, the one that began last. */
export function effectiveOn<Row extends Dated>(rows: readonly Row[], day: string, countyCode: string | null): Row | undefined {
  const inForce = rows.filter((row) => isInForce(row, day) && (row.countyCode === countyCode || row.countyCode === null))
  const own = inForce.filter((row) => row.countyCode !== null)
  return (own.length > 0 ? own : inForce).reduce<Row | undefined>(
    (best, row) => (best === undefined || row.validFrom > best.validFrom ? row : best),
    undefined,
  )
}
export type SuccessionRefusal = 'plan.already-from-that-day' | 'plan.later-value-exists'
/** A new value follows the last one: not on the same day, and not before a later one that is already there. */
export function reasonsNotToFollow(earlier: readonly { readonly validFrom: string }[], validFrom: string): readonly SuccessionRefusal[] {
  if (earlier.some((row) => row.validFrom === validFrom)) return ['plan.already-from-that-day']
  return earlier.some((row) => row.validFrom > validFrom) ? ['plan.later-value-exists'] : []
}
/** The day on which the value before a new one ends. */
export function endOfPredecessor(validFrom: string): string {
  return addDays(validFrom, -1)
}
/** A value in the shape its name asks for; undefined when it has another shape. */
export function shapedValue<Name extends ParameterName>(name: Name, value: unknown): ParameterValue<Name> | undefined {
  const parsed = shapeOf(name).safeParse(value)
  return parsed.success ? parsed.data : undefined
}
interface Shape<Value> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: Value } | { readonly success: false }
}
function shapeOf<Name extends ParameterName>(name: Name): Shape<ParameterValue<Name>> {
  const shapes: { readonly [N in ParameterName]: Shape<ParameterValue<N>> } = parameterShapes
  return shapes[name]
}
/** The conformity check: each phase of the model is present, missing, or stands out of the model's order. */
export function conformityOf(phases: readonly Pick<Phase, 'modelCode' | 'place'>[]) {
  const places = modelPhases.map((modelCode) => phases.find((phase) => phase.modelCode === modelCode)?.place)
  return modelPhases.map((modelCode, index) => {
    const place = places[index]
    if (place === undefined) return { modelCode, state: 'missing' as const }
    const isAfterLater = places.slice(0, index).some((earlier) => earlier !== undefined && earlier > place)
    return { modelCode, state: isAfterLater ? ('out-of-order' as const) : ('present' as const) }
  })
}
/** The edition in force on a day: the last that began by then; the first one, before the plan began. */
export function editionOn<Edition extends { readonly inForceFrom: string; readonly number: number }>(
  editions: readonly Edition[],
  day: string,
): Edition | undefined {
  const begun = editions.filter(({ inForceFrom }) => inForceFrom <= day)
  const order = (one: Edition, other: Edition): number => one.number - other.number
  return begun.toSorted(order).at(-1) ?? editions.toSorted(order)[0]
}
export type PublishRefusal = 'plan.edition-not-later' | 'plan.phase-dates' | 'plan.phase-twice' | 'plan.deviation-needs-reason'
/** An edition begins after the last one; its phases end after they begin, stand for one phase of the model each, and say why where the order differs (R17, R29). */
export function reasonsNotToPublish(
  editions: readonly { readonly inForceFrom: string }[],
  { inForceFrom, phases }: { readonly inForceFrom: string; readonly phases: readonly Omit<NewPhase, 'id' | 'title'>[] },
): readonly PublishRefusal[] {
  const reasons: PublishRefusal[] = []
  if (editions.some((one) => one.inForceFrom >= inForceFrom)) reasons.push('plan.edition-not-later')
  if (phases.some(({ startsOn, endsOn }) => startsOn !== null && endsOn !== null && endsOn < startsOn)) reasons.push('plan.phase-dates')
  const codes = phases.flatMap(({ modelCode }) => modelCode ?? [])
  if (new Set(codes).size < codes.length) reasons.push('plan.phase-twice')
  const conformity = conformityOf(phases.map(({ modelCode }, index) => ({ modelCode, place: index + 1 })))
  const unexplained = conformity.some(
    ({ modelCode, state }) =>
      state === 'out-of-order' && (phases.find((phase) => phase.modelCode === modelCode)?.reason ?? '').trim() === '',
  )
  if (unexplained) reasons.push('plan.deviation-needs-reason')
  return reasons
}
/** Counties that join by the founding document on its first day are founded; every other one is an expansion with its own document (R33). */
export function actOfJoining(
  present: readonly { readonly act: string; readonly since: string; readonly documentNumber: string; readonly documentDate: string }[],
  joining: { readonly since: string; readonly documentNumber: string; readonly documentDate: string },
): 'founding' | 'expansion' {
  const isFounding = present.every(
    (one) =>
      one.act === 'founding' &&
      one.since === joining.since &&
      one.documentNumber === joining.documentNumber &&
      one.documentDate === joining.documentDate,
  )
  return isFounding ? 'founding' : 'expansion'
}
