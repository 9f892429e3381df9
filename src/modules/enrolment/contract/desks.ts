/** At whose desk a case waits for its next step: her guide's, a body's that was asked about her support, the decider's, the office's, the panel's. */
export const desks = ['guide-contact', 'guide-registration', 'agency', 'decider', 'office', 'panel', 'guide-plan'] as const
export type Desk = (typeof desks)[number]
