import type { Handled } from '../platform/http.ts'

export const accessApi: readonly Handled[] = []
