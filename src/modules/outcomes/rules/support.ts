/** A dated period of hers with one support body, in the order in which it became known. */
export interface Stand {
  readonly organisationId: string
  readonly status: string
  readonly since: string | null
  readonly knownOn: string
}
export interface SupportOver {
  /** At registration: covered, waiting for it, neither, or nobody told. */
  readonly before: 'covered' | 'waiting' | 'neither' | 'unknown'
  /** What became of it since; a refusal is no success and is kept apart. */
  readonly since: 'same' | 'entered' | 'refused' | 'exited' | 're-entered'
}
const covering = new Set(['covered', 'empowerment-period', 're-entered'])
const waiting = new Set(['applied', 'in-queue'])
const dayOf = ({ since, knownOn }: Stand): string => since ?? knownOn
/** The last word of each body by a day. */
function lastBy(stands: readonly Stand[], day: string): readonly Stand[] {
  const last = new Map<string, Stand>()
  for (const stand of stands) if (dayOf(stand) <= day) last.set(stand.organisationId, stand)
  return [...last.values()]
}
/** How a woman's support went from registration to a day, over all bodies (states.md, support status). */
export function supportOver(stands: readonly Stand[], registeredOn: string, until: string): SupportOver {
  const told = stands.filter(({ knownOn }) => knownOn <= until)
  const start = lastBy(told, registeredOn)
  const isCovered = start.some(({ status }) => covering.has(status))
  const isWaiting = start.some(({ status }) => waiting.has(status))
  const before = isCovered ? 'covered' : isWaiting ? 'waiting' : start.length === 0 ? 'unknown' : 'neither'
  const later = told.filter((stand) => dayOf(stand) > registeredOn && dayOf(stand) <= until)
  const hasExited = later.some(({ status }) => status === 'exited')
  const covers = later.filter(({ status }) => covering.has(status))
  if (covers.some(({ status }) => status === 're-entered') || (hasExited && covering.has(later.at(-1)?.status ?? '')))
    return { before, since: 're-entered' }
  if (!isCovered && covers.length > 0 && !hasExited) return { before, since: 'entered' }
  if (hasExited) return { before, since: 'exited' }
  const wasRefused = later.some(
    (stand, at) =>
      stand.status === 'none' &&
      [...start, ...later.slice(0, at)].some((one) => one.organisationId === stand.organisationId && waiting.has(one.status)),
  )
  return { before, since: wasRefused ? 'refused' : 'same' }
}
/** She did not come into the support cycle though she might have, and lives of her work: the only success of prevention. */
export function isPrevented({ before, since }: SupportOver, isEarning: boolean): boolean {
  return isEarning && since === 'same' && (before === 'waiting' || before === 'neither')
}
