import { anonymous } from '../src/access/actor.ts'
import { type ExitAct, exitActs, supports } from '../src/modules/pathways/contract/exit-table.ts'
import { requireExitTable } from '../src/modules/pathways/port.ts'
import { newId } from '../src/platform/ids.ts'
import { Refusal } from '../src/platform/refusal.ts'
import type { openHouse } from './house.ts'
import { type PersonaName, thePlan } from './personas.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** One line for each support, without any letter. */
export const exitRows = supports.map((support) => ({
  support,
  what: `چیزی در ${support} شاید تغییر کند`,
  happens: 'زمانش روشن نیست',
  sourceNumber: null,
  sourceDate: null,
}))
/** The office puts an edition in force from a day; its id. */
export async function publishExitTable(house: House, inForceFrom: string): Promise<string> {
  const id = newId()
  const body = { id, inForceFrom, letterNumber: '۷/ب', letterDate: inForceFrom, rows: exitRows }
  const told = await house.ask('office', { method: 'POST', url: '/pathways/exit-editions', body })
  if (told.status !== 200) throw new Error(told.text)
  return id
}
/** Her guide reads her the table in force, and she goes on with every act: for rooms that only need to pass. */
export async function goesOnWithAll(house: House, guide: PersonaName, { caseId }: { readonly caseId: string }): Promise<void> {
  const at = `/pathways/cases/${caseId}`
  const { editionId } = (await house.ask(guide, { url: `${at}/exit-table` })).body
  const given = { editionId, manner: 'spoken', witnessName: null }
  const told = [await house.ask(guide, { method: 'POST', url: `${at}/exit-showings`, body: { id: newId(), ...given } })]
  for (const act of exitActs)
    told.push(await house.ask(guide, { method: 'PUT', url: `${at}/exit-answers/${act}`, body: { answer: 'goes-on', ...given } }))
  const refused = told.find(({ status }) => status !== 200)
  if (refused !== undefined) throw new Error(refused.text)
}
/** What a later room is told, asked by somebody without any reach: «passes», or why not. */
export function passing(
  { house }: House,
  { personId }: { readonly personId: string },
  { act, today }: { readonly act: ExitAct; readonly today: string },
): Promise<string> {
  return house.door.asActor(anonymous(thePlan), async (tx) => {
    try {
      await requireExitTable(tx, { planId: thePlan, personId, act, today })
      return 'passes'
    } catch (error) {
      if (error instanceof Refusal) return error.codes.join()
      throw error
    }
  })
}
