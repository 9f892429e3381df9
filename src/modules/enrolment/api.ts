import type { Handled } from '../../platform/http.ts'
import { appealsApi } from './api/appeals.ts'
import { carriersApi } from './api/carriers.ts'
import { casesApi } from './api/cases.ts'
import { completingApi } from './api/completing.ts'
import { eligibilityApi } from './api/eligibility.ts'
import { importsApi } from './api/imports.ts'
import { joinsApi } from './api/joins.ts'
import { queueApi } from './api/queue.ts'
import { registrationApi } from './api/registration.ts'
import { sideRoadsApi } from './api/side-roads.ts'
import { supportApi } from './api/support.ts'

export const enrolmentApi: readonly Handled[] = [
  ...importsApi,
  ...casesApi,
  ...registrationApi,
  ...sideRoadsApi,
  ...carriersApi,
  ...joinsApi,
  ...eligibilityApi,
  ...completingApi,
  ...supportApi,
  ...appealsApi,
  ...queueApi,
]
