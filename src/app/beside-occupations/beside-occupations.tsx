import type { ReactNode } from 'react'
import { OccupationStanding } from '../../modules/amayesh/screens/port.tsx'
import { BesideOccupation, type OccupationPlace } from '../../modules/occupations/screens/port.tsx'

const standing = (place: OccupationPlace): ReactNode => <OccupationStanding {...place} />
/** Inside, every occupation that is chosen or looked at says how it stands in its county. */
export function BesideOccupations({ children }: { readonly children: ReactNode }) {
  return <BesideOccupation value={standing}>{children}</BesideOccupation>
}
