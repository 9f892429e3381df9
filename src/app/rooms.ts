import { accessApi } from '../access/api.ts'
import { accessConstraints } from '../access/constraints.ts'
import { amayeshApi } from '../modules/amayesh/api.ts'
import { amayeshConstraints } from '../modules/amayesh/constraints.ts'
import { businessesApi } from '../modules/businesses/api.ts'
import { businessesConstraints } from '../modules/businesses/constraints.ts'
import { enrolmentApi } from '../modules/enrolment/api.ts'
import { enrolmentConstraints } from '../modules/enrolment/constraints.ts'
import { enrolmentJobs } from '../modules/enrolment/jobs.ts'
import { interviewsApi } from '../modules/interviews/api.ts'
import { interviewsConstraints } from '../modules/interviews/constraints.ts'
import { marketApi } from '../modules/market/api.ts'
import { marketConstraints } from '../modules/market/constraints.ts'
import { marketJobs } from '../modules/market/jobs.ts'
import { matchingApi } from '../modules/matching/api.ts'
import { matchingConstraints } from '../modules/matching/constraints.ts'
import { occupationsApi } from '../modules/occupations/api.ts'
import { occupationsConstraints } from '../modules/occupations/constraints.ts'
import { outcomesApi } from '../modules/outcomes/api.ts'
import { outcomesConstraints } from '../modules/outcomes/constraints.ts'
import { outcomesJobs } from '../modules/outcomes/jobs.ts'
import { oversightApi } from '../modules/oversight/api.ts'
import { oversightConstraints } from '../modules/oversight/constraints.ts'
import { oversightJobs } from '../modules/oversight/jobs.ts'
import { partnersApi } from '../modules/partners/api.ts'
import { partnersConstraints } from '../modules/partners/constraints.ts'
import { pathwaysApi } from '../modules/pathways/api.ts'
import { pathwaysConstraints } from '../modules/pathways/constraints.ts'
import { peopleApi } from '../modules/people/api.ts'
import { peopleConstraints } from '../modules/people/constraints.ts'
import { planApi } from '../modules/plan/api.ts'
import { planConstraints } from '../modules/plan/constraints.ts'
import { planJobs } from '../modules/plan/jobs.ts'
import { reformsApi } from '../modules/reforms/api.ts'
import { reformsConstraints } from '../modules/reforms/constraints.ts'
import { reformsJobs } from '../modules/reforms/jobs.ts'
import { territoryApi } from '../modules/territory/api.ts'
import { territoryConstraints } from '../modules/territory/constraints.ts'
import type { Handled } from '../platform/http.ts'
import type { Job } from '../platform/jobs.ts'
import { outboxJob } from '../platform/outbox.ts'
import { countedBeforeRelease } from './board-following.ts'
import { exportsApi } from './exports/api.ts'
import { followedByTalks } from './followers.ts'
import { mineApi } from './mine/api.ts'
import { roadApi } from './road/api.ts'
import { sampleSheetsApi } from './sample-sheets.ts'
import { worklistApi } from './worklist/api.ts'

const ofRooms: readonly Handled[] = [
  ...accessApi,
  ...territoryApi,
  ...planApi,
  ...occupationsApi,
  ...partnersApi,
  ...peopleApi,
  ...enrolmentApi.map(followedByTalks),
  ...interviewsApi,
  ...pathwaysApi,
  ...businessesApi,
  ...matchingApi,
  ...marketApi,
  ...outcomesApi.map(countedBeforeRelease),
  ...oversightApi,
  ...amayeshApi,
  ...reformsApi,
  ...sampleSheetsApi,
  ...worklistApi,
  ...roadApi,
  ...mineApi,
]
/** Every route of the house with its handler, in the order of the rooms. */
export const handled: readonly Handled[] = [...ofRooms, ...exportsApi(ofRooms)]

/** Constraints a user can trip over, and the refusal each becomes. */
export const constraints: ReadonlyMap<string, string> = new Map([
  ...accessConstraints,
  ...territoryConstraints,
  ...planConstraints,
  ...occupationsConstraints,
  ...partnersConstraints,
  ...peopleConstraints,
  ...enrolmentConstraints,
  ...interviewsConstraints,
  ...pathwaysConstraints,
  ...businessesConstraints,
  ...matchingConstraints,
  ...marketConstraints,
  ...outcomesConstraints,
  ...oversightConstraints,
  ...amayeshConstraints,
  ...reformsConstraints,
])

/** Every background job of the house. */
export const jobs: readonly Job[] = [
  outboxJob,
  ...planJobs,
  ...enrolmentJobs,
  ...marketJobs,
  ...reformsJobs,
  ...oversightJobs,
  ...outcomesJobs,
]
