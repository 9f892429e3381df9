import { demoId } from '../src/app/demo.ts'

type Act = (who: string, url: string, body: object) => Promise<void>
/** A study of the county under way, and an obstacle met on one of its files. */
export async function planAndReform(act: Act, { guide, caseId }: { readonly guide: string; readonly caseId: string }): Promise<void> {
  const study = { id: demoId('study/small'), number: 'م/۱', title: 'مطالعهٔ بازار دشتستان', letterNumber: 'ن/۱', letterDate: '2026-01-01' }
  await act('mojri', '/amayesh/studies', { ...study, organisationId: demoId('organisation/acecr'), countyCode: '1803' })
  const obstacle = { id: demoId('obstacle/small'), title: 'پروانه بدون سند خانه داده نمی‌شود', kind: 'rule', step: 'permit' }
  await act(guide, '/reforms/obstacles', { ...obstacle, says: 'سند رسمی می‌خواهند.', countyCode: '1803', caseId })
}
