import { Screen as Opportunity } from '../../modules/matching/screens/opportunity-page.tsx'
import { BesideOccupations } from './beside-occupations.tsx'

/** One opportunity, with how its occupation stands in its county. */
export function Screen() {
  return (
    <BesideOccupations>
      <Opportunity />
    </BesideOccupations>
  )
}
