import { exitActs, supports } from '../src/modules/pathways/contract/exit-table.ts'
import { newId } from '../src/platform/ids.ts'
import type { openHouse } from './house.ts'
import type { PersonaName } from './personas.ts'

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
