import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { naughtyStrings } from '../../../../test/naughty-strings.ts'
import { accountOf, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

const guide = 'facilitatorOfDashtestan'
let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
beforeAll(async () => {
  house = await openHouse()
  women = await registerWomen(house.house, 3)
})
afterAll(() => house.stop())
const woman = (place: number): Woman => women[place] ?? { caseId: '', personId: '', nationalId: '' }
const post = (who: PersonaName, url: string, body: object, command?: string) =>
  house.ask(who, { method: 'POST', url, body, ...(command === undefined ? {} : { command }) })

describe('officers she bars', () => {
  const barred = (place: number) => `/people/${woman(place).personId}/barred-officers`
  const bar = (who: PersonaName, officer: PersonaName, command?: string) =>
    post(who, barred(0), { accountId: accountOf(officer), reason: 'afraid' }, command)
  test('only whoever carries the file records one, and why is answered to nobody', async () => {
    for (const who of ['otherFacilitatorOfDashtestan', 'office', 'decider', 'behzistiOfDashtestan', 'auditor', 'administrator'] as const) {
      expect([403, 404]).toContain((await bar(who, 'decider')).status)
      expect([403, 404]).toContain((await house.ask(who, { url: barred(0) })).status)
      expect([403, 404]).toContain((await house.ask(who, { url: `/people/${woman(0).personId}/officers?name=de` })).status)
    }
    const command = newId()
    const first = await bar(guide, 'decider', command)
    expect(first.body.officers.map((one: { name: string }) => one.name)).toEqual(['decider'])
    expect((await bar(guide, 'decider', command)).body).toEqual(first.body)
    expect((await bar(guide, 'decider')).reasons).toEqual(['people.already-barred'])
    expect((await post(guide, barred(0), { accountId: newId(), reason: 'kin' })).reasons).toEqual(['people.officer-unknown'])
    const list = await house.ask(guide, { url: barred(0) })
    expect(list.text + first.text).not.toContain('afraid')
    const stored = await house.house.door.asOwner((tx) => tx.selectFrom('people.barred_officer').selectAll().execute())
    expect(Buffer.from(stored[0]?.sealed_reason ?? []).includes('afraid')).toBe(false)
  })
  test('officers of her county are found by the beginning of a name', async () => {
    const told = await house.ask(guide, { url: `/people/${woman(0).personId}/officers?name=facil` })
    expect(told.body.officers.map((one: { name: string }) => one.name)).toEqual(['facilitatorOfDashtestan'])
    for (const text of naughtyStrings) {
      const url = `/people/${woman(0).personId}/officers?name=${encodeURIComponent(text.toWellFormed())}`
      expect((await house.ask(guide, { url })).status, JSON.stringify(text)).toBeLessThan(500)
    }
  })
  test('a barred officer gets the answer of an absent file, word for word, and counts without her', async () => {
    const nobody = newId()
    const pairs: readonly (readonly [string, string])[] = [
      [`/people/${woman(0).personId}/opened?purpose=decide`, `/people/${nobody}/opened?purpose=decide`],
      [`/people/${woman(0).personId}/opened-documents?purpose=decide`, `/people/${nobody}/opened-documents?purpose=decide`],
      [`/road/cases/${woman(0).caseId}`, `/road/cases/${nobody}`],
      [
        `/enrolment/cases/${woman(0).caseId}/decision-preview?personId=${woman(0).personId}&purpose=decide`,
        `/enrolment/cases/${nobody}/decision-preview?personId=${nobody}&purpose=decide`,
      ],
    ]
    for (const [hers, absent] of pairs) {
      const [one, two] = [await house.ask('decider', { url: hers }), await house.ask('decider', { url: absent })]
      expect(one.status).toBe(404)
      expect({ ...one.body, requestId: '' }).toEqual({ ...two.body, requestId: '' })
    }
    const list = await house.ask('decider', { url: '/enrolment/cases' })
    expect(list.text).not.toContain(woman(0).caseId)
    expect(list.body.total).toBe(2)
    const counters = (await house.ask('decider', { url: '/enrolment/counters' })).body.counters
    expect(counters.reduce((sum: number, one: { count: number }) => sum + one.count, 0)).toBe(2)
    expect((await house.ask('office', { url: '/enrolment/cases' })).body.total).toBe(3)
  })
  test('lifted, the file is there again; a guide who bars herself loses it, also from what she counts', async () => {
    expect((await post(guide, `${barred(0)}/${accountOf('office')}/lift`, {})).reasons).toEqual(['people.not-barred'])
    expect((await post(guide, `${barred(0)}/${accountOf('decider')}/lift`, {})).body.officers).toEqual([])
    expect((await house.ask('decider', { url: `/people/${woman(0).personId}/opened?purpose=decide` })).status).toBe(200)
    expect((await bar(guide, guide)).status).toBe(200)
    expect((await house.ask(guide, { url: `/people/${woman(0).personId}` })).status).toBe(404)
    expect((await house.ask(guide, { url: barred(0) })).status).toBe(404)
    const own = await house.ask(guide, { url: '/enrolment/own-cases' })
    expect(own.text).not.toContain(woman(0).caseId)
  })
})

describe('glass broken in danger', () => {
  const at = () => `/people/${woman(1).personId}`
  const breaking = () => ({
    id: newId(),
    purpose: 'break-glass',
    reason: 'violence',
    note: 'همسایه از درگیری خبر داد',
    isUnsafeToTell: true,
  })
  const behind = (who: PersonaName) => house.ask(who, { url: `${at()}/behind-glass?purpose=break-glass` })
  test('only the safety officer breaks it, and before that sees nothing', async () => {
    for (const who of ['office', 'decider', 'secondApprover', guide, 'governorOfDashtestan', 'auditor', 'administrator'] as const) {
      expect((await post(who, `${at()}/broken-glass`, breaking())).status).toBe(403)
      expect((await behind(who)).status).toBe(403)
    }
    expect((await behind('safetyOfficer')).reasons).toEqual(['people.glass-closed'])
    expect((await post('safetyOfficer', `/people/${newId()}/broken-glass`, breaking())).status).toBe(404)
    expect((await post('safetyOfficer', `${at()}/broken-glass`, { ...breaking(), purpose: 'decide' })).status).toBe(400)
  })
  test('it opens contact, address and safety for three hours, once, and shuts by itself', async () => {
    await house.ask(guide, {
      method: 'PUT',
      url: `${at()}/contact`,
      body: { phone: '09170000001', whosePhone: 'own', callFrom: null, callTo: null, mayMessage: false, version: 1 },
    })
    const [command, body] = [newId(), breaking()]
    const first = await post('safetyOfficer', `${at()}/broken-glass`, body, command)
    expect(first.body).toMatchObject({ until: '2026-11-23T09:00:00.000Z', reviewDueOn: '2026-11-28' })
    expect((await post('safetyOfficer', `${at()}/broken-glass`, body, command)).body).toEqual(first.body)
    expect((await post('safetyOfficer', `${at()}/broken-glass`, breaking())).reasons).toEqual(['people.glass-open'])
    expect((await behind('safetyOfficer')).body).toMatchObject({ contact: { phone: '+989170000001' } })
    const other = await house.ask('safetyOfficer', { url: `/people/${woman(2).personId}/behind-glass?purpose=break-glass` })
    expect(other.reasons).toEqual(['people.glass-closed'])
    house.setTime('2026-11-23T09:00:01Z')
    expect((await behind('safetyOfficer')).reasons).toEqual(['people.glass-closed'])
  })
  test('she is told by her list of readers, unless telling is unsafe; a second person reviews, nobody her own', async () => {
    const readers = async (place: number) => (await house.ask(guide, { url: `/people/${woman(place).personId}/readers` })).body.readers
    const inDanger = ({ purpose }: { purpose: string | null }) => purpose === 'break-glass'
    expect((await readers(1)).filter(inDanger)).toEqual([])
    await post('safetyOfficer', `/people/${woman(2).personId}/broken-glass`, { ...breaking(), isUnsafeToTell: false })
    expect((await readers(2)).filter(inDanger)).toHaveLength(1)
    for (const who of [guide, 'office', 'decider', 'administrator', 'behzistiOfDashtestan'] as const)
      expect((await house.ask(who, { url: '/people/broken-glass' })).status).toBe(403)
    const list = await house.ask('auditor', { url: '/people/broken-glass' })
    expect(list.body.glasses).toHaveLength(2)
    expect(list.text).not.toContain('همسایه')
    expect(list.text).not.toContain(woman(1).personId)
    const [glass] = list.body.glasses
    const review = (who: PersonaName, version = 1) =>
      post(who, `/people/broken-glass/${glass.id}/review`, { verdict: 'justified', mayBeTold: true, version })
    expect((await review('safetyOfficer')).status).toBe(403)
    expect((await review('auditor')).status).toBe(403)
    expect((await review('secondApprover', 7)).reasons).toEqual(['platform.version-stale'])
    expect((await review('secondApprover')).body).toMatchObject({ verdict: 'justified' })
    expect((await review('secondApprover', 2)).reasons).toEqual(['people.glass-reviewed'])
  })
  test('whatever is written as the reason becomes a kept value or a sentence', async () => {
    for (const text of naughtyStrings) {
      const told = await post('safetyOfficer', `${at()}/broken-glass`, { ...breaking(), note: text, reason: text })
      expect(told.status, JSON.stringify(text)).toBeLessThan(500)
    }
  })
})

describe('reading beyond measure', () => {
  const asked = (who: PersonaName) => house.ask(who, { url: '/people/mass-reads' })
  const reads = (who: PersonaName, files: number, at: string) =>
    house.house.door.asOwner(async (tx) => {
      const assignment = await tx
        .selectFrom('access.assignment')
        .selectAll()
        .where('account_id', '=', accountOf(who))
        .executeTakeFirstOrThrow()
      const entry = (place: number) => ({
        plan_id: assignment.plan_id,
        id: newId(),
        at: new Date(Date.parse(at) + 1000 * place),
        account_id: assignment.account_id,
        assignment_id: assignment.id,
        role: assignment.role,
        action: 'people.read-file',
        subject_type: 'person',
        subject_id: newId(),
        person_id: newId(),
        facts: '{}',
        digest: Buffer.alloc(32),
        request_id: newId(),
      })
      await tx
        .insertInto('platform.history')
        .values(Array.from({ length: files }, (_, place) => entry(place)))
        .execute()
    })
  test('is shown to the safety officer, the second approver and the auditor alone, by account and hour, and names no file', async () => {
    for (const who of ['office', 'decider', 'governorOfDashtestan', guide, 'behzistiOfDashtestan', 'administrator'] as const)
      expect([who, (await asked(who)).status]).toEqual([who, 403])
    await reads(guide, 40, '2026-11-23T05:00:00Z')
    await reads('otherFacilitatorOfDashtestan', 30, '2026-11-23T04:30:00Z')
    await reads('otherFacilitatorOfDashtestan', 30, '2026-11-23T05:15:00Z')
    expect((await asked('safetyOfficer')).body).toEqual({ above: 40, open: 0, reads: [] })
    const waiting = async (who: PersonaName) =>
      (await house.ask(who, { url: '/worklist' })).body.tasks.filter(({ kind }: { kind: string }) => kind === 'mass-read-to-look-at')
    expect(await waiting('safetyOfficer')).toEqual([])
    await reads(guide, 1, '2026-11-23T05:59:00Z')
    for (const who of ['safetyOfficer', 'secondApprover', 'auditor'] as const)
      expect((await asked(who)).body.reads).toEqual([
        {
          accountId: accountOf(guide),
          accountName: expect.any(String),
          role: 'GD',
          hour: '2026-11-23T05:00:00.000Z',
          files: 41,
          review: null,
          isOwn: false,
        },
      ])
    expect(await waiting('safetyOfficer')).toHaveLength(1)
    expect(await waiting('office')).toEqual([])
  })
  test('is marked as reviewed with a reason by another than whom it is about, stays with who and when, and is open again after more', async () => {
    const waiting = async () =>
      (await house.ask('safetyOfficer', { url: '/worklist' })).body.tasks.filter(({ kind }: { kind: string }) => kind.startsWith('mass'))
    const mark = (who: PersonaName, of: PersonaName, reason = 'پرونده‌ها را برای بازدید مرور کرده بود.') =>
      post(who, '/people/mass-reads/review', { accountId: accountOf(of), role: 'GD', hour: '2026-11-23T05:00:00.000Z', reason })
    for (const who of ['office', 'decider', guide, 'administrator'] as const) expect((await mark(who, guide)).status).toBe(403)
    expect((await mark('auditor', 'otherFacilitatorOfDashtestan')).reasons).toEqual(['platform.not-found'])
    expect((await mark('auditor', guide, 'کم')).status).toBe(400)
    await reads('auditor', 41, '2026-11-23T05:00:00Z')
    const own = { accountId: accountOf('auditor'), role: 'AU', hour: '2026-11-23T05:00:00.000Z', reason: 'کار خودم بود.' }
    expect((await post('auditor', '/people/mass-reads/review', own)).reasons).toEqual(['people.mass-read-of-yourself'])
    expect([(await asked('auditor')).body.open, await waiting()]).toMatchObject([2, [{}, {}]])
    const told = await Promise.all([mark('safetyOfficer', guide), mark('auditor', guide), mark('secondApprover', guide)])
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    const seen = async () => {
      const { open, reads: all } = (await asked('safetyOfficer')).body
      return [open, all.find(({ accountId }: { accountId: string }) => accountId === accountOf(guide)).review]
    }
    expect(await seen()).toEqual([1, { by: expect.any(String), at: expect.any(String), reason: 'پرونده‌ها را برای بازدید مرور کرده بود.' }])
    expect(await waiting()).toHaveLength(1)
    await reads(guide, 3, '2026-11-23T05:59:30Z')
    expect([await seen(), (await waiting()).length]).toEqual([[2, null], 2])
    expect((await mark('safetyOfficer', guide, 'سه پروندهٔ دیگر هم دیده شد.')).body.review.reason).toBe('سه پروندهٔ دیگر هم دیده شد.')
  })
  test('follows the number of the letter in force', async () => {
    const letter = { letterNumber: '۱', letterDate: '2026-11-20', countyCode: null, validFrom: '2026-11-23' }
    const told = await post('office', '/plan/parameters', { id: newId(), name: 'mass-read', value: 60, ...letter })
    expect(told.status, told.text).toBe(200)
    expect((await asked('safetyOfficer')).body).toEqual({ above: 60, open: 0, reads: [] })
  })
})
