import type { Handled } from '../../platform/http.ts'

export const roadApi: readonly Handled[] = []
