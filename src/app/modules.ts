/** The rooms in the order of her road. A room may use the rooms before it, never one after it. */
export const modules = [
  'territory',
  'plan',
  'occupations',
  'partners',
  'people',
  'enrolment',
  'interviews',
  'pathways',
  'businesses',
  'matching',
  'market',
  'outcomes',
  'amayesh',
  'reforms',
  'oversight',
] as const
export type Module = (typeof modules)[number]
