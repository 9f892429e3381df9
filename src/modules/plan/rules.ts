import { addDays } from '../../platform/time.ts'
import { modelPhases, type ParameterName, type ParameterValue, type Phase, parameterShapes } from './contract.ts'

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
