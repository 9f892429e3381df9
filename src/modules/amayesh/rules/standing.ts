import type { Standing } from '../contract/standings.ts'
import { isBraked, NOTHING } from './cell.ts'

/** How one occupation stands among those of a county; what is not among them nobody wants, makes or offers there. */
export function standingIn(standings: readonly Standing[], fieldCode: string): Omit<Standing, 'nameFa' | 'nameEn'> {
  const found = standings.find((one) => one.fieldCode === fieldCode)
  const { standing } = NOTHING
  return found ?? { fieldCode, standing, isBraked: isBraked(standing), isOneBuyer: false, isOffered: false, study: null }
}
