import type { English } from '../../platform/words.ts'
import type { words } from './words.ts'

export const english = {
  overview: 'Counties at a glance',
  'map-label': 'Map of the counties of the province; the number in each is its number of files. The same numbers stand in the table below.',
  county: 'County',
  'count-all': '{files} files in {counties} counties',
  cases: 'Files',
  'waiting-contact': 'Waiting for the first call',
  'under-way': 'On the way to registration',
  undecided: 'Waiting for a decision',
  queued: 'In line',
  'on-the-road': 'Placed and on the road',
  held: 'Places held of the quota',
  'held-of': '{held} of {quota}',
  ineligible: 'Not eligible',
  aside: 'Paused or off the road',
  total: 'All',
  'no-figures': 'There are no files in your counties yet.',
} as const satisfies English<typeof words>
