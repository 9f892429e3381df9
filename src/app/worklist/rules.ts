import type { ActorRole } from '../../access/roles.ts'

export type DueView =
  | 'people.due'
  | 'people.mass_read_due'
  | 'enrolment.due'
  | 'enrolment.office_due'
  | 'interviews.due'
  | 'interviews.office_due'
  | 'access.due'
  | 'partners.due'
  | 'pathways.due'
  | 'pathways.office_due'
  | 'businesses.due'
  | 'matching.due'
  | 'market.due'
  | 'market.order_request_due'
  | 'reforms.due'
  | 'oversight.due'
  | 'oversight.grievance_due'
  | 'outcomes.due'
  | 'outcomes.office_due'
  | 'oversight.visit_due'
/** The published views in which a role's tasks stand: the blind office has its own, because it holds no table that names a woman. */
export function viewsFor(role: ActorRole): readonly DueView[] {
  const carried = ['enrolment.due', 'interviews.due', 'pathways.due', 'businesses.due'] as const
  if (role === 'GD')
    return ['people.due', ...carried, 'matching.due', 'market.due', 'outcomes.due', 'oversight.grievance_due', 'oversight.visit_due']
  if (role === 'AG') return [...carried, 'oversight.due', 'oversight.grievance_due']
  if (role === 'MO') return ['market.due', 'market.order_request_due', 'oversight.grievance_due', 'oversight.visit_due']
  if (role === 'CA') return ['oversight.due', 'oversight.grievance_due', 'oversight.visit_due']
  if (role === 'AU' || role === 'OR') return ['oversight.grievance_due']
  if (role === 'IN') return ['interviews.due', 'outcomes.due']
  if (role === 'EX') return ['interviews.office_due', 'oversight.due', 'oversight.grievance_due', 'oversight.visit_due']
  if (role === 'PO')
    return [
      'people.mass_read_due',
      'enrolment.office_due',
      'interviews.office_due',
      'access.due',
      'partners.due',
      'pathways.office_due',
      'market.order_request_due',
      'reforms.due',
      'oversight.due',
      'oversight.grievance_due',
      'outcomes.office_due',
      'oversight.visit_due',
    ]
  return role === 'AD' ? ['access.due'] : []
}
/** Whether a role's tasks can be files: an administrator's are accounts, an interviewer's conversations, those of the market orders and lots. */
export function hasTasksOfFiles(role: ActorRole): boolean {
  return role !== 'AD' && role !== 'IN' && role !== 'MO' && role !== 'OR'
}

interface Listed {
  readonly kind: string
  readonly caseId: string | null
  readonly daysLeft: number
  readonly countyCode: string | null
}
export interface Line<T> {
  /** The most urgent of them. */
  readonly task: T
  readonly count: number
  /** The county they share; null when they are of several or of none. */
  readonly countyCode: string | null
}
/**
 * The tasks as they are read. What is done on a file stands alone; what is answered in a list, many at once and without a file of its own, is one
 * line with its number, where the most urgent of them stands. `counts` knows those beyond what was listed.
 */
export function linesOf<T extends Listed>(
  tasks: readonly T[],
  counts: readonly { readonly kind: string; readonly count: number }[],
): readonly Line<T>[] {
  return tasks.flatMap((task) => {
    if (task.caseId !== null) return [{ task, count: 1, countyCode: task.countyCode }]
    const same = tasks.filter(({ kind, caseId }) => caseId === null && kind === task.kind)
    if (same[0] !== task) return []
    const counties = new Set(same.map(({ countyCode }) => countyCode))
    const count = counts.find(({ kind }) => kind === task.kind)?.count ?? same.length
    return [{ task, count, countyCode: counties.size === 1 ? task.countyCode : null }]
  })
}

/**
 * What is due of each file today, files in the order of their most urgent task; whoever was tried in vain today comes after the others. Tasks come
 * in the order of their days.
 */
export function dayOf<T extends { readonly caseId: string | null; readonly daysLeft: number }>(
  tasks: readonly T[],
  isTried: (caseId: string) => boolean,
): readonly { readonly caseId: string; readonly tasks: readonly T[] }[] {
  const due = tasks.filter(({ caseId, daysLeft }) => caseId !== null && daysLeft <= 0)
  const files = [...Map.groupBy(due, ({ caseId }) => caseId ?? '')].map(([caseId, ofFile]) => ({ caseId, tasks: ofFile }))
  return [...files.filter(({ caseId }) => !isTried(caseId)), ...files.filter(({ caseId }) => isTried(caseId))]
}
