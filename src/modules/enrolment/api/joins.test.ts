import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../db/seed/random.ts'
import { decideOn, nobodyIsCovered } from '../../../../test/deciding.ts'
import { openHouse } from '../../../../test/house.ts'
import { nominate } from '../../../../test/nominate.ts'
import { accountOf, counties, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Wish } from '../../../../test/registered.ts'
import { countsOf, digestOf, linkedRows } from '../../../../test/whole-house.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
  await nobodyIsCovered(house)
})
afterAll(() => house.stop())

interface One {
  readonly caseId: string
  readonly personId: string
}
const guide = 'facilitatorOfDashtestan'
const post = (who: PersonaName, url: string, body: object = {}) => house.ask(who, { method: 'POST', url, body })
const pairs = async () => (await house.ask('linkageUnit', { url: '/enrolment/same-persons' })).body.pairs
const settle = async (one: One, other: One, verdict: 'same' | 'different', who: PersonaName = 'linkageUnit') => {
  const [firstPersonId, secondPersonId] = [one.personId, other.personId].toSorted()
  const reason = verdict === 'same' ? 'papers-alike' : 'joined-by-mistake'
  return post(who, '/enrolment/same-persons', { id: newId(), firstPersonId, secondPersonId, verdict, reason })
}
/** A registered woman, and the same woman nominated once more by another agency. */
async function twice(wish: Wish = {}, agency: PersonaName = 'behzistiOfDashtestan'): Promise<{ readonly kept: One; readonly again: One }> {
  const [kept] = await registerWomen(house.house, 1, wish)
  if (kept === undefined) throw new Error('one was made')
  return { kept, again: await nominateAgain(kept.nationalId, agency) }
}
async function nominateAgain(nationalId: string, agency: PersonaName): Promise<One> {
  await nominate(house, agency, [['زن آزمایشی', nationalId]])
  return house.house.door.asOwner(async (tx) => {
    const row = await tx
      .selectFrom('enrolment.nomination')
      .select(['case_id', 'person_id'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return { caseId: row.case_id, personId: row.person_id }
  })
}
const caseOf = (one: One) =>
  house.house.door.asOwner((tx) => tx.selectFrom('enrolment.case').selectAll().where('id', '=', one.caseId).executeTakeFirstOrThrow())
const road = (who: PersonaName, one: One) => house.ask(who, { url: `/road/cases/${one.caseId}` })
const introduced = async (who: PersonaName, one: One) => {
  const told = await house.ask(who, { url: '/enrolment/introduced?limit=250' })
  return { text: told.text, line: told.body.cases.find(({ id }: { id: string }) => id === one.caseId) }
}
const carry = (who: PersonaName, one: One) =>
  house.house.door.asOwner((tx) =>
    tx
      .insertInto('enrolment.carried')
      .values({ plan_id: thePlan, account_id: accountOf(who), case_id: one.caseId, taken_at: house.house.clock() })
      .execute(),
  )
const expectCounted = async () => {
  const { kept, recomputed, places, held } = await countsOf(house)
  expect(kept).toEqual(recomputed)
  expect(places).toEqual(held)
}

describe('who may', () => {
  test('the linkage unit alone sees the pairs and settles them; an officer barred from either file finds no pair', async () => {
    const { kept, again } = await twice()
    for (const who of ['office', 'decider', guide, 'behzistiOfDashtestan', 'auditor', 'administrator', 'governorOfDashtestan'] as const) {
      expect((await house.ask(who, { url: '/enrolment/same-persons' })).status).toBe(403)
      expect((await settle(kept, again, 'same', who)).status).toBe(403)
    }
    expect((await settle(kept, { caseId: again.caseId, personId: newId() }, 'same')).status).toBe(404)
    const list = await house.ask('linkageUnit', { url: '/enrolment/same-persons' })
    expect(list.body.pairs).toEqual([
      expect.objectContaining({
        verdict: null,
        joinedAt: null,
        reasonsAgainst: [],
        first: expect.objectContaining({ personId: kept.personId }),
      }),
    ])
    expect(list.text).not.toContain('آزمایشی')
    await post(guide, `/people/${kept.personId}/barred-officers`, { accountId: accountOf('linkageUnit'), reason: 'kin' })
    expect(await pairs()).toEqual([])
    expect((await settle(kept, again, 'same')).status).toBe(404)
    expect((await settle(kept, again, 'different')).status).toBe(404)
  })
})

describe('a nomination of a woman who is already in line', () => {
  test('joins her file: lists, line and numbers know one woman, each agency its own nomination, and undoing gives every row back', async () => {
    const { kept, again } = await twice()
    await decideOn(house, { ...kept, nationalId: '' })
    house.setTime('2026-12-05T06:00:00Z')
    const before = {
      digest: await digestOf(house),
      counts: await countsOf(house),
      rows: await linkedRows(house, [kept.personId, again.personId]),
    }
    const own = (await introduced('behzistiOfDashtestan', again)).line
    const labour = (await introduced('appealReader', kept)).line
    expect([own.position, labour.position]).toEqual(['nominated', 'queued'])

    expect((await settle(again, kept, 'same')).body).toMatchObject({
      verdict: 'same',
      keeps: 'first',
      joinedAt: '2026-12-05T06:00:00.000Z',
    })
    expect((await settle(again, kept, 'same')).reasons).toEqual(['people.already-settled'])
    await expectCounted()
    expect(await linkedRows(house, [kept.personId, again.personId])).toBe(before.rows)
    const cases = await house.ask('office', { url: '/enrolment/cases?limit=250' })
    expect(cases.text).toContain(kept.caseId)
    expect(cases.text).not.toContain(again.caseId)
    const after = await introduced('behzistiOfDashtestan', again)
    expect(after.line).toEqual({ ...own, position: 'queued', since: '2026-12-05T06:00:00.000Z', days: 0 })
    expect(after.text).not.toContain(kept.caseId)
    expect((await introduced('appealReader', kept)).line).toEqual(labour)
    const followed = await road('behzistiOfDashtestan', again)
    expect(followed.body).toMatchObject({
      case: { fileNumber: own.fileNumber, position: 'queued' },
      joined: null,
      earlier: [],
      personId: null,
    })
    expect(followed.text).not.toContain(labour.fileNumber)
    expect((await road('appealReader', kept)).body).toMatchObject({ joined: null, earlier: [] })
    expect((await road('behzistiOfDashtestan', kept)).status).toBe(404)

    expect((await settle(kept, again, 'different')).body).toMatchObject({ verdict: 'different', joinedAt: null })
    expect(await digestOf(house)).toEqual(before.digest)
    expect(await countsOf(house)).toEqual(before.counts)
    expect((await introduced('behzistiOfDashtestan', again)).line).toMatchObject({ position: 'nominated', fileNumber: own.fileNumber })
    expect((await settle(kept, again, 'different')).reasons).toEqual(['people.already-settled'])
  })
  test('nobody takes or moves the joined file; its guide-to-be is whoever carries the woman, and the page says it plainly to whoever may see it', async () => {
    const { kept, again } = await twice()
    await settle(kept, again, 'same')
    expect((await post('otherFacilitatorOfDashtestan', '/enrolment/cases/take-next')).body.id).not.toBe(again.caseId)
    const number = (await caseOf(kept)).file_number
    for (const who of [guide, 'office', 'governorOfDashtestan', 'auditor'] as const) {
      expect((await road(who, again)).body.joined).toMatchObject({ into: { caseId: kept.caseId, fileNumber: number } })
      expect((await road(who, kept)).body.earlier).toHaveLength(1)
    }
    expect((await road('otherFacilitatorOfDashtestan', again)).status).toBe(404)
    expect((await house.ask(guide, { url: `/people/${again.personId}` })).body.identity).toMatchObject({ givenName: 'زن' })
    expect(
      (await post(guide, `/enrolment/cases/${again.caseId}/contact-tries`, { id: newId(), channel: 'phone', result: 'spoke' })).reasons,
    ).toEqual(['enrolment.file-joined'])
    const writes: readonly (readonly ['POST' | 'PUT', string, object])[] = [
      ['PUT', 'contact', { phone: null, whosePhone: null, callFrom: null, callTo: null, mayMessage: false, version: 1 }],
      ['POST', 'barred-officers', { accountId: accountOf('executor'), reason: 'kin' }],
      ['POST', 'papers', { id: newId(), kind: 'consent' }],
      ['PUT', 'safety', { deliveryRule: null, note: null, version: 0 }],
    ]
    for (const [method, path, body] of writes)
      expect((await house.ask(guide, { method, url: `/people/${again.personId}/${path}`, body })).reasons, path).toEqual([
        'people.file-joined',
      ])
    const acts = async (one: One) => (await road('office', one)).body.events.map(({ action }: { action: string }) => action)
    for (const one of [kept, again]) expect(await acts(one)).toContain('enrolment.settle-same-person')
  })
})

describe('two files far on the road', () => {
  test('contact tries, consents and answers of bodies follow her; another guide loses the file, and a hand-over takes both', async () => {
    const { kept, again } = await twice()
    await post('otherFacilitatorOfDashtestan', '/enrolment/cases/take-next')
    for (let tries = 0; (await caseOf(again)).assigned.length === 0 && tries < 20; tries++)
      await post('otherFacilitatorOfDashtestan', '/enrolment/cases/take-next')
    await post('otherFacilitatorOfDashtestan', `/enrolment/cases/${again.caseId}/contact-tries`, {
      id: newId(),
      channel: 'visit',
      result: 'spoke',
    })
    await post('otherFacilitatorOfDashtestan', `/people/${again.personId}/consents`, {
      manner: 'fingerprint',
      witnessName: 'گواه',
      answers: [{ id: newId(), purpose: 'keep-file', answer: true }],
    })
    const consents = async () => (await house.ask(guide, { url: `/people/${kept.personId}/consents` })).body.consents.length
    const tries = async () => (await house.ask(guide, { url: `/enrolment/cases/${kept.caseId}/contact-tries` })).body.tries.length
    expect([await consents(), await tries()]).toEqual([5, 0])
    const before = await digestOf(house)
    await settle(kept, again, 'same')
    expect([await consents(), await tries()]).toEqual([6, 1])
    expect((await road('otherFacilitatorOfDashtestan', again)).status).toBe(404)
    const list = await house.ask('otherFacilitatorOfDashtestan', { url: '/enrolment/own-cases?limit=250' })
    expect(list.text).not.toContain(again.caseId)
    expect((await road(guide, again)).status).toBe(200)
    await carry(guide, kept)
    await post('office', '/enrolment/reassignments', { caseIds: [kept.caseId], accountId: accountOf('otherFacilitatorOfDashtestan') })
    for (const one of [kept, again]) {
      expect((await road(guide, one)).status).toBe(404)
      expect((await road('otherFacilitatorOfDashtestan', one)).status).toBe(200)
    }
    await post('office', '/enrolment/reassignments', { caseIds: [kept.caseId], accountId: accountOf(guide) })
    await house.house.door.asOwner((tx) => tx.deleteFrom('enrolment.carried').where('case_id', '=', kept.caseId).execute())
    await settle(kept, again, 'different')
    expect(await digestOf(house)).toEqual(before)
    expect((await road('otherFacilitatorOfDashtestan', again)).status).toBe(200)
  })
  test('one woman never holds two places: the second falls free for the next in line, and comes back when they are two after all', async () => {
    await post('office', '/plan/quotas', {
      id: newId(),
      countyCode: counties.dashtestan,
      places: 50,
      validFrom: '2026-11-23',
      letterNumber: '۹',
      letterDate: '2026-11-20',
    })
    const [one, other] = await placedTwice()
    const granted = async () => (await countsOf(house)).places
    const [before, digest] = [await granted(), await digestOf(house)]
    const offers = async () => (await house.ask('office', { url: `/enrolment/queue?limit=250&countyCode=${counties.dashtestan}` })).text
    expect(await offers()).toContain(other.caseId)
    expect((await settle(one, other, 'same')).status).toBe(200)
    const [{ kept, joined }] = [(await caseOf(one)).joined_to === null ? { kept: one, joined: other } : { kept: other, joined: one }]
    await expectCounted()
    expect(await granted()).toEqual(before.map((line) => line.replace(/\d+$/, (n) => String(Number(n) - 1))))
    expect(await offers()).not.toContain(joined.caseId)
    expect((await caseOf(kept)).holds_place).toBe(true)
    expect((await post(guide, `/enrolment/cases/${joined.caseId}/place/answer`, { wish: 'take' })).reasons).toEqual([
      'enrolment.file-joined',
    ])
    expect((await post('office', `/enrolment/cases/${joined.caseId}/place`)).reasons).toEqual(['enrolment.file-joined'])
    expect((await post('office', `/enrolment/cases/${joined.caseId}/place/expire`)).reasons).toEqual(['enrolment.file-joined'])
    expect((await settle(one, other, 'different')).status).toBe(200)
    expect(await granted()).toEqual(before)
    expect(await digestOf(house)).toEqual(digest)
  })
  /** Two files of one woman, each with a place. */
  async function placedTwice(): Promise<readonly [One, One]> {
    const women = await registerWomen(house.house, 2)
    const [one, other] = women
    if (one === undefined || other === undefined) throw new Error('two were made')
    for (const woman of women) {
      await decideOn(house, woman)
      for (let turn = 0; (await caseOf(woman)).position !== 'place-granted' && turn < 20; turn++) {
        const { proposed } = (await house.ask('office', { url: `/enrolment/queue?limit=1&countyCode=${counties.dashtestan}` })).body
        await post('office', `/enrolment/cases/${proposed}/place`)
      }
    }
    await house.house.door.asOwner(async (tx) => {
      const { national_id_index } = await tx
        .selectFrom('people.identity')
        .select('national_id_index')
        .where('person_id', '=', one.personId)
        .executeTakeFirstOrThrow()
      await tx.updateTable('people.identity').set({ national_id_index }).where('person_id', '=', other.personId).execute()
    })
    return [one, other]
  }
  test('of those who join the same two files at once exactly one does, and of those who part them', async () => {
    const { kept, again } = await twice()
    const join = await Promise.all(Array.from({ length: 8 }, () => settle(kept, again, 'same')))
    expect(join.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(join.filter(({ status }) => status !== 200).flatMap(({ reasons }) => reasons))).toEqual(
      new Set(['people.already-settled']),
    )
    const part = await Promise.all(Array.from({ length: 8 }, () => settle(kept, again, 'different')))
    expect(part.filter(({ status }) => status === 200)).toHaveLength(1)
    await expectCounted()
  })
})

describe('barred officers', () => {
  test('whoever is barred from either file is barred from both while they are joined, her guide among them', async () => {
    const { kept, again } = await twice()
    const before = await digestOf(house)
    for (let tries = 0; (await caseOf(again)).assigned.length === 0 && tries < 20; tries++)
      await post('otherFacilitatorOfDashtestan', '/enrolment/cases/take-next')
    for (const who of [guide, 'governorOfDashtestan'] as const)
      await post('otherFacilitatorOfDashtestan', `/people/${again.personId}/barred-officers`, {
        accountId: accountOf(who),
        reason: 'afraid',
      })
    const total = async () => (await house.ask('governorOfDashtestan', { url: '/enrolment/cases?limit=250' })).body
    const seen = await total()
    const taken = await digestOf(house)
    expect((await road('governorOfDashtestan', kept)).status).toBe(200)
    await settle(kept, again, 'same')
    for (const who of [guide, 'governorOfDashtestan'] as const)
      for (const one of [kept, again]) expect((await road(who, one)).status, who).toBe(404)
    const hidden = await total()
    expect([hidden.total, hidden.cases.length]).toEqual([seen.total - 1, seen.cases.length - 1])
    await settle(kept, again, 'different')
    expect(await digestOf(house)).toEqual(taken)
    expect(taken).not.toEqual(before)
    expect((await road(guide, kept)).status).toBe(200)
    expect((await road('governorOfDashtestan', again)).status).toBe(404)
  })
})

describe('what stands in the way', () => {
  test('a pause of either file is waited for, and one pause is not told from another', async () => {
    const { kept, again } = await twice()
    await post(guide, `/enrolment/cases/${kept.caseId}/hold`, { reason: 'safety', until: null })
    expect((await settle(kept, again, 'same')).reasons).toEqual(['enrolment.join-paused'])
    await post(guide, `/enrolment/cases/${kept.caseId}/resume`)
    await post(guide, `/enrolment/cases/${kept.caseId}/hold`, { reason: 'birth', until: '2027-02-01' })
    expect((await settle(kept, again, 'same')).reasons).toEqual(['enrolment.join-paused'])
    expect((await pairs()).find(({ first }: { first: One }) => first.personId === kept.personId).reasonsAgainst).toEqual([
      'enrolment.join-paused',
    ])
  })
  test('of three files the later join is undone first; a file erased with the one that goes on stays erased', async () => {
    const [woman] = await registerWomen(house.house, 1)
    if (woman === undefined) throw new Error('one was made')
    const second = await nominateAgain(woman.nationalId, 'behzistiOfDashtestan')
    const third = await nominateAgain(woman.nationalId, 'reliefOfDashtestan')
    const before = await digestOf(house)
    await settle(second, third, 'same')
    await settle(woman, second, 'same')
    await expectCounted()
    for (const [agency, one] of [
      ['behzistiOfDashtestan', second],
      ['reliefOfDashtestan', third],
    ] as const)
      expect((await introduced(agency, one)).line.position).toBe('registered')
    expect((await settle(second, third, 'different')).reasons).toEqual(['enrolment.part-later-first'])
    expect((await settle(woman, third, 'same')).reasons).toEqual(['enrolment.file-joined'])
    await settle(woman, second, 'different')
    await settle(second, third, 'different')
    expect(await digestOf(house)).toEqual(before)
    await settle(second, third, 'same')
    await house.house.door.asOwner((tx) =>
      tx.updateTable('enrolment.case').set({ entered_on: '2026-06-01' }).where('id', '=', second.caseId).execute(),
    )
    await house.runJob('enrolment.erase-nominations')
    expect([(await caseOf(second)).is_erased, (await caseOf(third)).is_erased, (await caseOf(woman)).is_erased]).toEqual([
      true,
      true,
      false,
    ])
    expect((await settle(second, third, 'different')).status).toBe(404)
  })
})

test('whatever is joined and parted at random, numbers equal recomputation, no joined file is in any line, and parting all gives the house back', async () => {
  const random = seededRandom(process.env.KARIZ_SEED ?? 'joins')
  const files: One[] = []
  for (let woman = 0; woman < 2; woman++) {
    const [made] = await registerWomen(house.house, 1)
    if (made === undefined) throw new Error('one was made')
    if (random.whole(0, 1) === 1) await decideOn(house, made)
    files.push(
      made,
      await nominateAgain(made.nationalId, 'behzistiOfDashtestan'),
      await nominateAgain(made.nationalId, 'reliefOfDashtestan'),
    )
  }
  const personIds = files.map(({ personId }) => personId)
  const before = { digest: await digestOf(house), counts: await countsOf(house), rows: await linkedRows(house, personIds) }
  const trio = (at: number) => files.slice(at * 3, at * 3 + 3)
  const found: unknown[] = []
  for (let step = 1; step <= 24; step++) {
    const three = trio(random.whole(0, 1))
    const one = random.pick(three)
    const other = random.pick(three.filter((file) => file !== one))
    expect([200, 409]).toContain((await settle(one, other, random.pick(['same', 'same', 'different']))).status)
    if (step % 8 > 0) continue
    const { kept, recomputed, places, held } = await countsOf(house)
    found.push({ kept, places, rows: await linkedRows(house, personIds) })
    expect(found.at(-1)).toEqual({ kept: recomputed, places: held, rows: before.rows })
  }
  expect(found).toHaveLength(3)
  const line = (await house.ask('office', { url: `/enrolment/queue?limit=250&countyCode=${counties.dashtestan}` })).text
  const joined: string[] = []
  for (const one of files) if ((await caseOf(one)).joined_to !== null) joined.push(one.caseId)
  expect(joined.filter((caseId) => line.includes(caseId))).toEqual([])
  for (let round = 0; round < 2; round++)
    for (const one of files) {
      const { joined_to: into } = await caseOf(one)
      const other = files.find(({ caseId }) => caseId === into)
      if (other !== undefined) await settle(one, other, 'different')
    }
  expect(await digestOf(house)).toEqual(before.digest)
  expect(await countsOf(house)).toEqual(before.counts)
})
