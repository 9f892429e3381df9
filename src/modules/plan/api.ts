import type { Handled } from '../../platform/http.ts'

export const planApi: readonly Handled[] = []
