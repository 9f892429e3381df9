import { Screen as Opportunities } from '../../modules/matching/screens/opportunities-page.tsx'
import { BesideOccupations } from './beside-occupations.tsx'

/** Places opened to women, with how the occupation stands where they are opened. */
export function Screen() {
  return (
    <BesideOccupations>
      <Opportunities />
    </BesideOccupations>
  )
}
