import type { Handled } from '../../platform/http.ts'

export const enrolmentApi: readonly Handled[] = []
