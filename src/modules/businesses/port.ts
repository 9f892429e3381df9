import { beyondReach, type Tx } from '../../platform/db.ts'
import { searchKey } from '../../platform/persian.ts'
import type { Hub } from './contract/hubs.ts'
import { ProductUnit } from './contract/products.ts'
import * as hubs from './store/hubs.ts'
import {
  type AskedCapacity,
  type AskedWorkshops,
  type Capacity,
  fieldsOfProducts,
  listWorkshops,
  putAchieved,
  sumCapacity,
  type Workshop,
} from './store/lent.ts'
import { listOpen } from './store/showing.ts'
import { words } from './words.ts'

export type { Workshop } from './store/lent.ts'
export interface HubFacts {
  readonly hubId: string
  readonly name: string
  readonly countyCode: string
  readonly leadAccountId: string | null
  readonly collectionPoint: string
  readonly rules: string
}
const factsOf = ({ id, name, countyCode, leadAccountId, collectionPoint, rules }: Hub): HubFacts => ({
  hubId: id,
  name,
  countyCode,
  leadAccountId,
  collectionPoint,
  rules,
})
/** Businesses on trial or active, with what they make, whether their permit holds, and the weeks they rest. Callable in any role's unit of work. */
export async function findWorkshops(tx: Tx, asked: AskedWorkshops): Promise<readonly Workshop[]> {
  return listWorkshops(tx, asked)
}
/** A hub, open or closed; it names no woman, so whoever runs an order may know it. */
export async function findHub(
  tx: Tx,
  { planId, hubId }: { readonly planId: string; readonly hubId: string },
): Promise<HubFacts | undefined> {
  const hub = await beyondReach(tx, () => hubs.findHub(tx, planId, hubId))
  return hub === undefined ? undefined : factsOf(hub)
}
/** Open hubs of these counties. */
export async function listHubs(
  tx: Tx,
  { planId, countyCodes }: { readonly planId: string; readonly countyCodes: readonly string[] },
): Promise<readonly HubFacts[]> {
  const found = await beyondReach(tx, () => hubs.listHubs(tx, { planId, countyCodes }))
  return found.filter(({ isOpen }) => isOpen).map(factsOf)
}
/** Writes down what one product was delivered a week of late. */
export async function noteAchieved(
  tx: Tx,
  told: { readonly planId: string; readonly productId: string; readonly weekly: number; readonly on: string },
): Promise<void> {
  await putAchieved(tx, told)
}
export type { Capacity } from './store/lent.ts'
/** What the homes of each occupation in each county make a week, summed by unit. Callable in any role's unit of work. */
export const sumCapacityOf: (tx: Tx, asked: AskedCapacity) => Promise<readonly Capacity[]> = sumCapacity
const unitKey = (said: string): string => searchKey(said).replaceAll(/[ -]/g, '')
const unitsBySaying = new Map(
  ProductUnit.options.flatMap((unit) => [words[`unit-${unit}`].message, unit].map((said) => [unitKey(said), unit] as const)),
)
/** The unit of the list that somebody wrote in words, where it is exactly one of them. */
export function unitSaid(said: string): ProductUnit | undefined {
  return unitsBySaying.get(unitKey(said))
}
/** The occupation each of these goods belongs to. Callable in any role's unit of work. */
export const fieldsOf: (
  tx: Tx,
  asked: { readonly planId: string; readonly productIds: readonly string[] },
) => Promise<ReadonlyMap<string, string>> = fieldsOfProducts
/** One of the goods that stand open to everybody in this moment: what, in which unit, from which county; nothing of whose they are. */
export async function findOpenGoods(
  tx: Tx,
  asked: { readonly planId: string; readonly today: string; readonly id: string },
): Promise<{ readonly name: string; readonly unit: string; readonly countyCode: string } | undefined> {
  const [goods] = await beyondReach(tx, () => listOpen(tx, asked))
  if (goods === undefined) return undefined
  const { name, unit, countyCode } = goods
  return { name, unit: words[`unit-${unit}`].message, countyCode }
}
