import type { Handled } from '../../platform/http.ts'

export const partnersApi: readonly Handled[] = []
