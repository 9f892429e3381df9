import { type Position, type Well, wellOf, wells } from '../../modules/enrolment/rules/case-moves.ts'

interface Move {
  readonly to: Position
  readonly at: string
}
export interface WellState {
  readonly well: Well
  readonly state: 'done' | 'current' | 'ahead'
  readonly since: string | null
}
/** The six wells of a case from its moves, oldest first. At a side exit the last well on the road stays the present one. */
export function wellStates(moves: readonly Move[]): readonly WellState[] {
  const onRoad = moves.flatMap(({ to, at }) => {
    const well = wellOf(to)
    return well === undefined ? [] : [{ well, at }]
  })
  const present = Math.max(0, wells.indexOf(onRoad.at(-1)?.well ?? 'acquaintance'))
  return wells.map((well, index) => ({
    well,
    state: index < present ? 'done' : index === present ? 'current' : 'ahead',
    since: index > present ? null : (onRoad.find((one) => one.well === well)?.at ?? null),
  }))
}
