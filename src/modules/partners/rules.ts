import type { z } from 'zod'
import type { OrganisationType } from './contract.ts'

interface Written {
  readonly id: string
  readonly type: z.infer<typeof OrganisationType>
  readonly legalId: string | null
  readonly parentId: string | null
}
export type WriteRefusal = 'partners.parent-of-itself' | 'partners.subsidiary-needs-parent' | 'partners.person-has-no-legal-id'
/** A subsidiary names its holding; a natural person has no legal ID, and her national ID is not kept here. */
export function reasonsNotToWrite({ id, type, legalId, parentId }: Written): readonly WriteRefusal[] {
  const reasons: WriteRefusal[] = []
  if (parentId === id) reasons.push('partners.parent-of-itself')
  if (type === 'subsidiary' && parentId === null) reasons.push('partners.subsidiary-needs-parent')
  if (type === 'natural-person' && legalId !== null) reasons.push('partners.person-has-no-legal-id')
  return reasons
}
export type EndRefusal = 'partners.membership-ended' | 'partners.dates-reversed'
export function reasonsNotToEnd(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  lastDay: string,
): readonly EndRefusal[] {
  if (validTo !== null) return ['partners.membership-ended']
  return lastDay < validFrom ? ['partners.dates-reversed'] : []
}
