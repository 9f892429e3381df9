import { accessPages } from '../access/screens/routes.tsx'
import { amayeshPages } from '../modules/amayesh/screens/routes.tsx'
import { businessesPages } from '../modules/businesses/screens/routes.tsx'
import { enrolmentPages } from '../modules/enrolment/screens/routes.tsx'
import { interviewsPages } from '../modules/interviews/screens/routes.tsx'
import { marketPages } from '../modules/market/screens/routes.tsx'
import { matchingPages } from '../modules/matching/screens/routes.tsx'
import { occupationsPages } from '../modules/occupations/screens/routes.tsx'
import { outcomesPages } from '../modules/outcomes/screens/routes.tsx'
import { oversightPages } from '../modules/oversight/screens/routes.tsx'
import { partnersPages } from '../modules/partners/screens/routes.tsx'
import { pathwaysPages } from '../modules/pathways/screens/routes.tsx'
import { peoplePages } from '../modules/people/screens/routes.tsx'
import { planPages } from '../modules/plan/screens/routes.tsx'
import { reformsPages } from '../modules/reforms/screens/routes.tsx'
import { territoryPages } from '../modules/territory/screens/routes.tsx'
import type { Page } from '../ui/page.ts'
import { besideOccupations } from './beside-occupations/pages.tsx'
import { exportsPages } from './exports/screens/routes.tsx'
import { minePages } from './mine/screens/routes.tsx'
import { overviewPages } from './overview/screens/routes.tsx'
import { roadPages } from './road/screens/routes.tsx'
import { worklistPages } from './worklist/screens/routes.tsx'

/** Every page of the house, in the order of the rooms. */
export const pages: readonly Page[] = [
  ...territoryPages,
  ...planPages,
  ...occupationsPages,
  ...partnersPages,
  ...peoplePages,
  ...enrolmentPages,
  ...interviewsPages,
  ...pathwaysPages.map(besideOccupations),
  ...businessesPages,
  ...matchingPages.map(besideOccupations),
  ...marketPages,
  ...outcomesPages,
  ...oversightPages,
  ...amayeshPages,
  ...reformsPages,
  ...worklistPages,
  ...overviewPages,
  ...roadPages,
  ...minePages,
  ...exportsPages,
  ...accessPages,
]
