import { z } from 'zod'

/** A hub or a class by default; a dwelling only with her yes (roles.md §3.8). */
export const PlaceKind = z.enum(['hub', 'class', 'dwelling'])
export type PlaceKind = z.infer<typeof PlaceKind>
/** What was seen of one line of a checklist. */
export const Seen = z.enum(['good', 'minor', 'serious', 'not-seen'])
export type Seen = z.infer<typeof Seen>
export const ChecklistItem = z.enum([
  'open-as-said',
  'weighing-fair',
  'receipts-written',
  'paid-on-time',
  'store-sound',
  'room-safe',
  'no-fee-taken',
  'complaint-way-seen',
  'held-as-planned',
  'trainer-there',
  'list-true',
  'room-fit',
  'children-cared-for',
  'fare-paid',
  'yes-said-again',
  'tools-arrived',
  'material-arrived',
  'work-safe',
  'paid-as-written',
])
export type ChecklistItem = z.infer<typeof ChecklistItem>
