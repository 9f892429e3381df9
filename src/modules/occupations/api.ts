import type { Handled } from '../../platform/http.ts'

export const occupationsApi: readonly Handled[] = []
