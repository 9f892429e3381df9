import { z } from 'zod'
import { ChecklistItem, Seen } from '../contract/checklists.ts'
import { FindingDesk } from '../contract/findings.ts'

/** What is being written about one line that was not right. */
export const DraftFinding = z.object({
  id: z.uuid(),
  desk: FindingDesk.nullable(),
  seen: z.string(),
  act: z.string(),
  dueOn: z.iso.date().nullable(),
})
export type DraftFinding = z.infer<typeof DraftFinding>
/** A visit as it is being written on a device: kept at every tap, so that it is the same visit whenever it arrives. */
const Draft = z.object({
  version: z.number(),
  heldOn: z.iso.date(),
  isNoKin: z.boolean(),
  answers: z.partialRecord(ChecklistItem, Seen),
  findings: z.partialRecord(ChecklistItem, DraftFinding),
  again: z.record(z.string(), z.object({ isMended: z.boolean(), dueOn: z.iso.date().nullable() })),
  /** It was ended by whoever writes it, and is sent as soon as there is a network. */
  isReady: z.boolean(),
})
export type VisitDraft = z.infer<typeof Draft>
/** A draft as it lay on the device; undefined when there is none, it cannot be read, or the visit was changed since. */
export function readVisitDraft(text: string | null, version: number): VisitDraft | undefined {
  if (text === null) return undefined
  try {
    const draft = Draft.safeParse(JSON.parse(text)).data
    return draft?.version === version ? draft : undefined
  } catch {
    return undefined
  }
}
/** The draft as it is sent: findings of the lines that were not right, and of each earlier one what was seen. */
export function sentOf(draft: VisitDraft) {
  const isWrong = (item: ChecklistItem): boolean => draft.answers[item] === 'minor' || draft.answers[item] === 'serious'
  const findings = ChecklistItem.options.flatMap((item) => {
    const one = draft.findings[item]
    if (one === undefined || one.desk === null || one.dueOn === null || !isWrong(item)) return []
    return [{ id: one.id, item, desk: one.desk, seen: one.seen, act: one.act, dueOn: one.dueOn }]
  })
  const again = Object.entries(draft.again).map(([id, { isMended, dueOn }]) => ({ id, isMended, dueOn: isMended ? null : dueOn }))
  return { heldOn: draft.heldOn, isKin: !draft.isNoKin, answers: draft.answers, findings, again }
}
