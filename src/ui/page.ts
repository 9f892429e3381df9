import type { ComponentType } from 'react'
import type { Action } from '../access/actions.ts'
import type { Word } from '../platform/words.ts'

/** One page of a room: where it lives, how it loads, and its place in the side navigation for those who may use it. */
export interface Page {
  /** Path in the router's syntax: `/staff/cases/$caseId`. */
  readonly path: string
  readonly load: () => Promise<{ readonly Screen: ComponentType }>
  /** Who may open it at all; the server decides again on every request. */
  readonly action: Action
  readonly nav?: { readonly label: Word; readonly icon: IconName; readonly order: number }
}
/** One icon per concept, fixed in the guide. */
export type IconName =
  | 'inbox'
  | 'store'
  | 'folder-open'
  | 'clipboard-list'
  | 'upload'
  | 'route'
  | 'landmark'
  | 'hand-heart'
  | 'network'
  | 'map'
  | 'users'
  | 'scale'
  | 'list-ordered'
  | 'shopping-basket'
  | 'package'
  | 'message'
  | 'settings'
