import type { Handled } from '../../platform/http.ts'

export const peopleApi: readonly Handled[] = []
