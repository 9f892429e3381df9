import { accessPages } from '../access/screens/routes.tsx'
import { enrolmentPages } from '../modules/enrolment/screens/routes.tsx'
import { occupationsPages } from '../modules/occupations/screens/routes.tsx'
import { partnersPages } from '../modules/partners/screens/routes.tsx'
import { peoplePages } from '../modules/people/screens/routes.tsx'
import type { Page } from '../ui/page.ts'
import { roadPages } from './road/screens/routes.tsx'
import { worklistPages } from './worklist/screens/routes.tsx'

/** Every page of the house, in the order of the rooms. */
export const pages: readonly Page[] = [
  ...occupationsPages,
  ...partnersPages,
  ...peoplePages,
  ...enrolmentPages,
  ...worklistPages,
  ...roadPages,
  ...accessPages,
]
