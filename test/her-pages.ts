import { newId } from '../src/platform/ids.ts'
import { openMessage } from '../src/platform/outbox.ts'
import type { openHouse } from './house.ts'
import type { PersonaName } from './personas.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** A phone in her hands: sends forms as a browser without a script does, and keeps the cookie. */
export function phoneOn({ app }: Pick<House, 'app'>, from = '127.0.0.1') {
  let cookie = ''
  const keep = (answer: { readonly cookies: readonly { readonly name: string; readonly value: string }[] }): void => {
    for (const { name, value } of answer.cookies) cookie = value === '' ? '' : `${name}=${value}`
  }
  const get = async (url: string) => {
    const answer = await app.inject({ method: 'GET', url, headers: { cookie }, remoteAddress: from })
    keep(answer)
    return answer
  }
  const send = async (url: string, form: Readonly<Record<string, string>>) => {
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.inject({ method: 'POST', url, headers, payload: new URLSearchParams(form).toString(), remoteAddress: from })
    keep(answer)
    return answer
  }
  return { get, send, cookie: () => cookie }
}
/** The code of the newest message to a phone; undefined when none went out. */
export async function codeSentTo(house: House, phone: string): Promise<string | undefined> {
  const rows = await house.house.door.asOwner((tx) =>
    tx.selectFrom('platform.message').selectAll().where('template', '=', 'access.her-code').orderBy('id', 'desc').limit(20).execute(),
  )
  const texts = rows.map((row) => openMessage(house.house, row)).filter(({ to }) => to === phone)
  return texts[0]?.text.replaceAll(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))).match(/\d{6}/)?.[0]
}
/** Her guide writes her phone and turns the device to her; she sets the first of these numbers that can be used. Returns it. */
export async function settleDoor(
  house: House,
  guide: PersonaName,
  { personId, phone, mayMessage = true }: { readonly personId: string; readonly phone: string; readonly mayMessage?: boolean },
): Promise<string> {
  const before = await house.ask(guide, { url: `/people/${personId}` })
  const rule = { phone, whosePhone: 'own', callFrom: null, callTo: null, mayMessage, version: before.body.contact.version }
  await house.ask(guide, { method: 'PUT', url: `/people/${personId}/contact`, body: rule })
  for (const pin of ['4071', '5928', '8306', '2749']) {
    const told = await setPin(house, guide, personId, pin)
    if (told.status === 200) return pin
  }
  throw new Error('none of four numbers could be used')
}
export const setPin = (house: House, guide: PersonaName, personId: string, pin: string, again = pin) =>
  house.ask(guide, { method: 'PUT', url: `/mine/files/${personId}/pin`, body: { pin, again, blind: `${newId()}${newId()}`.slice(0, 60) } })
