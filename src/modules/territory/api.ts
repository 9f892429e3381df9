import type { Handled } from '../../platform/http.ts'

export const territoryApi: readonly Handled[] = []
