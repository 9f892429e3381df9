import { enrolmentPages } from '../modules/enrolment/screens/routes.tsx'
import type { Page } from '../ui/page.ts'

/** Every page of the house, in the order of the rooms. */
export const pages: readonly Page[] = [...enrolmentPages]
