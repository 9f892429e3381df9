import type { Page } from '../../ui/page.ts'

/** Pages on which an occupation is chosen for a woman, or places of one are opened and looked at. Their rooms lie before amayesh and know none of what it found. */
const choosing: Readonly<Record<string, Page['load']>> = {
  '/staff/cases/$caseId/work-plan': () => import('./work-plan-page.tsx'),
  '/staff/opportunities': () => import('./opportunities-page.tsx'),
  '/staff/opportunities/$id': () => import('./opportunity-page.tsx'),
}
/** Puts how an occupation stands in the county beside every choice of one; it comes with the page and not with the first load. */
export function besideOccupations(page: Page): Page {
  const load = choosing[page.path]
  return load === undefined ? page : { ...page, load }
}
