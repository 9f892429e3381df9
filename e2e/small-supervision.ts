import { z } from 'zod'
import { demoId } from '../src/app/demo.ts'
import type { Stage } from '../src/app/demo-stage.ts'
import { newId } from '../src/platform/ids.ts'

const GUIDE = 'rahyar-dashtestan'
async function act(stage: Stage, who: string, url: string, body: object): Promise<void> {
  if (!(await stage.act({ name: newId(), who, day: stage.today, url, body }))) throw new Error(`${who} was refused ${url}`)
}
/** Of the small world: complaints on their desks, and visits with what they found. */
export async function settleSupervision(stage: Stage, caseId: string): Promise<void> {
  await complain(stage, caseId)
  await visit(stage, caseId)
}
/** A class visited with something found, and a dwelling asked for. */
async function visit(stage: Stage, caseId: string): Promise<void> {
  const [id, today] = [demoId('visit/small'), stage.dateOf(stage.today)]
  const where = { countyCode: '1803', hubId: null, organisationId: null, purpose: 'regular', plannedOn: today }
  const nobody = { fileNumber: null, isWomanVisitor: false, isUnmarkedCar: false }
  await act(stage, 'farmandari-dashtestan', '/oversight/visits', { id, placeKind: 'class', placeName: 'کلاس دوخت', ...where, ...nobody })
  const right = ['held-as-planned', 'trainer-there', 'list-true', 'children-cared-for', 'fare-paid', 'no-fee-taken', 'complaint-way-seen']
  const answers = { ...Object.fromEntries(right.map((item) => [item, 'good'])), 'room-fit': 'serious' }
  const finding = { id: newId(), item: 'room-fit', desk: 'EX', seen: 'دو چرخ کار نمی‌کند.', act: 'چرخ‌ها تعمیر شود.', dueOn: '2099-01-01' }
  const written = { heldOn: today, isKin: false, answers, findings: [finding], again: [], version: 1 }
  await act(stage, 'farmandari-dashtestan', `/oversight/visits/${id}/hold`, written)
  const road = await stage.ask(z.object({ case: z.object({ fileNumber: z.string() }) }), {
    name: newId(),
    who: GUIDE,
    day: stage.today,
    method: 'GET',
    url: `/road/cases/${caseId}`,
  })
  const fileNumber = road?.case.fileNumber ?? ''
  const home = { id: newId(), placeKind: 'dwelling', placeName: null, ...where, fileNumber, isWomanVisitor: true, isUnmarkedCar: true }
  await act(stage, 'farmandari-dashtestan', '/oversight/visits', home)
}
/** A complaint about the executor on its desk, and one her guide may read. */
async function complain(stage: Stage, caseId: string): Promise<void> {
  const id = demoId('grievance/small')
  const said = { countyCode: '1803', organisationId: null, text: 'سه بار قرار گفت‌وگو عقب افتاد و کسی خبر نداد.', privateText: null }
  const told = { channel: 'phone', paperNumber: null, about: 'executor', ...said }
  await act(stage, 'daftar', '/oversight/grievances', { id, ...told, fileNumber: null })
  await act(stage, 'daftar', `/oversight/grievances/${id}/acknowledge`, { version: 1 })
  const where = { about: 'executor', countyCode: '1803', organisationId: null }
  await act(stage, 'daftar', `/oversight/grievances/${id}/pass`, { ...where, version: 2 })
  await act(stage, GUIDE, `/oversight/cases/${caseId}/grievances`, { id: newId(), ...told, isGuideAllowed: true })
}
