import type { Handled } from '../../platform/http.ts'

export const worklistApi: readonly Handled[] = []
