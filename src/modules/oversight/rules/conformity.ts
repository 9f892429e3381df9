/** What shows that a phase of the model was really lived in a county. */
export const evidenceKinds = ['studies', 'offers', 'registrations', 'sessions', 'work-plans', 'orders', 'paid-lots'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
export const phaseEvidence = {
  'advantage-study': ['studies', 'offers'],
  'registration-and-empowerment': ['registrations', 'sessions', 'work-plans'],
  'market-linkage': ['orders', 'paid-lots'],
} as const satisfies Record<string, readonly EvidenceKind[]>
export const phasesOfModel = ['advantage-study', 'registration-and-empowerment', 'market-linkage'] as const
export type ModelPhase = (typeof phasesOfModel)[number]
export type PhaseState = 'lived' | 'begun' | 'without-evidence'
export type Finding = 'registered-before-study' | 'market-before-talks' | 'nothing-yet'

/** A phase is lived when each kind of its evidence is there, begun when one is. */
export function phaseStateOf(phase: ModelPhase, counts: Readonly<Record<EvidenceKind, number>>): PhaseState {
  const there = phaseEvidence[phase].map((kind: EvidenceKind) => counts[kind] > 0)
  if (there.every(Boolean)) return 'lived'
  return there.some(Boolean) ? 'begun' : 'without-evidence'
}
/** Where a county departs from the order of the model (R17): a concluded study of its occupations comes first, and the market after women were heard. */
export function findingsOf(counts: Readonly<Record<EvidenceKind, number>>): readonly Finding[] {
  const isThere = (kind: EvidenceKind): boolean => counts[kind] > 0
  if (!evidenceKinds.some(isThere)) return ['nothing-yet']
  const findings: Finding[] = []
  if (isThere('registrations') && !isThere('studies')) findings.push('registered-before-study')
  if ((isThere('orders') || isThere('paid-lots')) && !isThere('sessions')) findings.push('market-before-talks')
  return findings
}
