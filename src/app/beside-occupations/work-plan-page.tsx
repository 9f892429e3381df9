import { Screen as WorkPlan } from '../../modules/pathways/screens/work-plan-page.tsx'
import { BesideOccupations } from './beside-occupations.tsx'

/** A plan of work, with how each wished occupation stands in her county. */
export function Screen() {
  return (
    <BesideOccupations>
      <WorkPlan />
    </BesideOccupations>
  )
}
