import type { Figure, FigureName, Grouping } from '../contract/board.ts'

/** Cells «Σ» of the table of roles: which figures a role reads, and by which groups. Money and support are never an agency's, grounds the office's and the governorate's. Both lists stand here once more, name by name: a new figure or grouping is nobody's until it is given. */
const everyGroup: readonly Grouping[] = [
  'all',
  'pilot',
  'county',
  'ground',
  'age',
  'literacy',
  'desk',
  'later-desk',
  'permit-desk',
  'grievance-desk',
  'finding-desk',
  'pledge',
]
const withoutGrounds = everyGroup.filter((by) => by !== 'ground')
interface Part {
  readonly figures: readonly FigureName[]
  readonly by: readonly Grouping[]
}
const whole: Part = {
  figures: [
    'women',
    'income',
    'paid',
    'bands',
    'waiting',
    'desks',
    'covered-12',
    'covered-24',
    'appeals',
    'grievances',
    'findings',
    'pledges',
  ],
  by: everyGroup,
}
const withoutSupport: Part = {
  figures: ['women', 'income', 'paid', 'waiting', 'desks', 'appeals', 'grievances', 'findings', 'pledges'],
  by: withoutGrounds,
}
const parts: Readonly<Record<string, Part>> = {
  PO: whole,
  CA: whole,
  EX: withoutSupport,
  AU: withoutSupport,
  AG: { figures: ['women', 'waiting', 'desks'], by: ['all', 'pilot', 'county', 'desk', 'later-desk', 'permit-desk'] },
}
export function partOfRole(figures: readonly Figure[], role: string): readonly Figure[] {
  const own = parts[role]
  if (own === undefined) return []
  return figures
    .filter(({ name }) => own.figures.includes(name))
    .map(({ name, lines }) => ({ name, lines: lines.filter(({ by }) => own.by.includes(by)) }))
}
