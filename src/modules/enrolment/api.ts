import type { Handled } from '../../platform/http.ts'
import { appealsApi } from './api/appeals.ts'
import { casesApi } from './api/cases.ts'
import { eligibilityApi } from './api/eligibility.ts'
import { importsApi } from './api/imports.ts'
import { queueApi } from './api/queue.ts'
import { registrationApi } from './api/registration.ts'
import { supportApi } from './api/support.ts'

export const enrolmentApi: readonly Handled[] = [
  ...importsApi,
  ...casesApi,
  ...registrationApi,
  ...eligibilityApi,
  ...supportApi,
  ...appealsApi,
  ...queueApi,
]
