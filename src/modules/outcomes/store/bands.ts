import { createHash } from 'node:crypto'
import { z } from 'zod'
import { seal, unseal } from '../../../platform/vault.ts'
import { IncomeBand } from '../../people/contract/limits.ts'
import { type Bands, changeOf } from '../rules/bands.ts'
import type { Content } from './snapshots.ts'

const Kept = z.object({ before: IncomeBand.nullable(), now: IncomeBand.nullable() })
const placeOf = (planId: string, followUpId: string): string => `outcomes.snapshot.bands/${planId}/${followUpId}`
interface Of {
  readonly key: Buffer
  readonly planId: string
  readonly followUpId: string
}
/** Sealed under her key; beside the outcome stand how they compare and a digest, so that nobody changes what is sealed and, once her key is gone, nobody reads it. */
export function sealBands(
  { key, planId, followUpId }: Of,
  bands: Bands,
): { readonly sealedBands: Buffer; readonly bands: NonNullable<Content['bands']> } {
  const sealedBands = seal(key, placeOf(planId, followUpId), JSON.stringify(bands))
  return { sealedBands, bands: { change: changeOf(bands), digest: createHash('sha256').update(sealedBands).digest('hex') } }
}
export function openBands({ key, planId, followUpId }: Of, sealed: Buffer): Bands {
  return Kept.parse(JSON.parse(unseal(key, placeOf(planId, followUpId), sealed).toString()))
}
